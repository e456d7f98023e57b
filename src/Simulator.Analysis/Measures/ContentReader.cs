using Simulator.Kernel.Compilation;
using Simulator.Kernel.Journal;

namespace Simulator.Analysis.Measures;

/// <summary>
/// Follows what each paper says on its way down, from the entries of a journal in their order: what its
/// issuer had, less what the relay lost, more what it added, and whether the attachment was there.
/// </summary>
internal sealed class ContentReader(CompiledModel model)
{
    private readonly Dictionary<(int Root, int Body), PaperState> held = [];
    private readonly Dictionary<(ulong Body, uint Sequence), SentPaper> sent = [];

    /// <summary>Takes in an entry by which a paper leaves, or something becomes of it.</summary>
    internal void Take(in Entry entry, int root, int body)
    {
        var bit = 1U << (entry.Item & 31);
        switch (entry.Kind)
        {
            case EntryKind.Issued:
                sent[(entry.Body, entry.Sequence)] = new SentPaper { State = HeldBy(root, body) };
                break;
            case EntryKind.Unacknowledged when entry.What == 1:
                sent[(entry.Body, entry.Sequence)] = sent[(entry.Body, entry.CauseSequence)];
                break;
            case EntryKind.AssignmentLost:
                Change(entry, state => state with { Items = state.Items & ~bit });
                break;
            case EntryKind.AssignmentAdded:
                Change(entry, state => state with { Items = state.Items | bit });
                break;
            case EntryKind.AssignmentDistorted:
                Change(entry, state => state with { Distorted = state.Distorted | bit });
                break;
            case EntryKind.AttachmentLost:
                (sent[(entry.Body, entry.CauseSequence)].WithoutAttachment ??= [])
                    .Add(((ulong)entry.A << 24) | (uint)entry.B);
                break;
        }
    }

    /// <summary>What the first paper that comes to a body says.</summary>
    internal PaperState Arrive(in Entry arrived, int root, int body)
    {
        var paper = sent[(arrived.CauseBody, arrived.CauseSequence)];
        var items = paper.WithoutAttachment?.Contains(arrived.Body >> 16) == true ? 0
            : paper.State.Items & model.AssignmentsFor(root, body);
        var state = new PaperState(items, paper.State.Distorted & items, arrived.A);
        held[(root, body)] = state;
        return state;
    }

    /// <summary>
    /// The share, in millionths, of what the original asks of a body and of those whom its relays reach that a
    /// paper brings it: the strengths of the assignments in it that mean what they meant, as they have faded,
    /// over the strengths declared. Where nothing is asked of them nothing can be missing.
    /// </summary>
    internal int ShareOf(in PaperState paper, int root, int body)
    {
        var directive = model.Directives[root];
        var (brought, meant) = (0L, 0L);
        for (var item = 0; item < directive.Source.Assignments.Count; item++)
        {
            if (((directive.Content & model.AssignmentsFor(root, body)) >> item & 1) != 0)
            {
                var strength = directive.Wording!.StrengthOf(item);
                meant += strength;
                brought += ((paper.Items & ~paper.Distorted) >> item & 1) * (long)strength;
            }
        }

        return meant == 0 ? BodyProgress.Whole : (int)(((brought * paper.Strength) + (meant / 2)) / meant);
    }

    private PaperState HeldBy(int root, int body) => held.TryGetValue((root, body), out var state)
        ? state
        : new PaperState(model.Directives[root].Content, 0, BodyProgress.Whole);

    private void Change(in Entry entry, Func<PaperState, PaperState> change)
    {
        var paper = sent[(entry.Body, entry.CauseSequence)];
        paper.State = change(paper.State);
    }

    private sealed class SentPaper
    {
        internal PaperState State { get; set; }

        /// <summary>The upper 48 bits of the id hashes of those whose copies went without their attachment.</summary>
        internal HashSet<ulong>? WithoutAttachment { get; set; }
    }
}

/// <summary>What a paper says: its assignments, those that mean something else, its strength in millionths.</summary>
internal readonly record struct PaperState(uint Items, uint Distorted, int Strength);
