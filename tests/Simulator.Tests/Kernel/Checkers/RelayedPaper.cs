using System.Globalization;
using Simulator.Kernel.Chance;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;

namespace Simulator.Tests.Kernel.Checkers;

/// <summary>
/// What a relay makes of a paper, worked out once more from the rules as declared and the draws of the run,
/// with what the journal must say of it.
/// </summary>
internal sealed class RelayedPaper(HeldPaper paper)
{
    private readonly HashSet<ulong> _withoutAttachment = [];

    /// <summary>What the journal has not said yet.</summary>
    public HashSet<string> Expected { get; } = [];

    public static RelayedPaper Unchanged(HeldPaper paper) => new(paper);

    public static RelayedPaper Of(Evidence evidence, in Entry issued, HeldPaper paper)
    {
        var kind = evidence.KindOf(issued.Body);
        var rule = kind.Content ?? new ContentRule();
        if (kind.Relay == RelayForm.CoverLetter)
        {
            return new RelayedPaper(paper).WithoutAttachments(evidence, issued, rule.LosesAttachment);
        }

        var fades = Math.Floor(((decimal)rule.Fades * 1_000_000) + 0.5m);
        paper = paper with
        {
            Strength = (int)Math.Floor((paper.Strength * (1_000_000 - fades) / 1_000_000) + 0.5m),
        };
        return kind.Relay == RelayForm.CopiedText
            ? new RelayedPaper(paper with { Wording = Wording.Vague })
            : Rewritten(evidence, issued, rule, paper);
    }

    public static string InWords(EntryKind kind, int item, int a, int b) =>
        string.Create(CultureInfo.InvariantCulture, $"{kind} {item} {a} {b}");

    /// <summary>Whether an assignment's selectors mean a body, as one that the paper has come to.</summary>
    public static bool Names(Evidence evidence, IReadOnlyList<Selector> selectors, ulong body) =>
        selectors.Any(selector => selector.IsEachAddressee || evidence.Model.Fits(evidence.IndexOf(body), selector));

    /// <summary>Whether they mean it, or one that is dissolved and whose duties it has.</summary>
    public static bool Charges(Evidence evidence, IReadOnlyList<Selector> selectors, ulong body)
    {
        var id = evidence.Model.Bodies[evidence.IndexOf(body)].Id;
        return Names(evidence, selectors, body) || evidence.Model.Bodies.Any(other =>
            other.Dissolved is { } left && left.Duties.Contains(id) && Names(evidence, selectors, Hash64.Of(other.Id)));
    }

    /// <summary>What of it comes to whom an arrival is about.</summary>
    public HeldPaper For(Evidence evidence, in Entry arrived)
    {
        var items = _withoutAttachment.Contains(arrived.Body) ? 0
            : paper.Items & evidence.Model.AssignmentsFor(evidence.RootOf(arrived), evidence.IndexOf(arrived.Body));
        return paper with { Items = items, Distorted = paper.Distorted & items, Kept = 0 };
    }

    private static RelayedPaper Rewritten(Evidence evidence, in Entry issued, ContentRule rule, HeldPaper paper)
    {
        var (entry, root) = (issued, evidence.RootOf(issued));
        var directive = evidence.DirectiveOf(issued);
        var wanted = evidence.AddresseesOf(issued)
            .Aggregate(0U, (items, to) => items | evidence.Model.AssignmentsFor(root, to));
        var expected = new List<string>();
        var after = paper;
        for (var place = 0; place < directive.Source.Assignments.Count; place++)
        {
            var assignment = directive.Source.Assignments[place];
            var bit = 1U << place;
            if ((wanted & bit) == 0)
            {
                continue;
            }

            if ((paper.Items & bit) != 0)
            {
                if (Falls(assignment, Purpose.AssignmentLoss, rule.Loses))
                {
                    after = after with { Items = after.Items & ~bit };
                    expected.Add(InWords(EntryKind.AssignmentLost, place, 0, 0));
                }
                else if ((paper.Distorted & bit) == 0 && Falls(assignment, Purpose.Distortion, rule.Distorts))
                {
                    after = after with { Distorted = after.Distorted | bit };
                    expected.Add(InWords(EntryKind.AssignmentDistorted, place, 0, 0));
                }
            }
            else if (Names(evidence, assignment.AddedBy, issued.Body)
                && Falls(assignment, Purpose.Addition, rule.Adds))
            {
                after = after with { Items = after.Items | bit };
                expected.Add(InWords(EntryKind.AssignmentAdded, place, 0, 0));
            }
        }

        var concrete = evidence.Chance.Unit(issued.Body, directive.Hash, Purpose.Concretising, 0) < rule.Concretises;
        var relay = new RelayedPaper(concrete ? after with { Wording = Wording.Concrete } : after);
        relay.Expected.UnionWith(expected);
        return relay;

        bool Falls(Assignment assignment, Purpose purpose, double share) =>
            evidence.Chance.Unit(entry.Body, directive.Hash, purpose, Hash64.Upper(assignment.Id)) < share;
    }

    private RelayedPaper WithoutAttachments(Evidence evidence, in Entry issued, double share)
    {
        var root = evidence.RootOf(issued);
        foreach (var to in evidence.AddresseesOf(issued))
        {
            var there = evidence.Model.FactsOf(to).Hash;
            var draw = evidence.Chance.Arrow(
                issued.Body, there, evidence.DirectiveOf(issued).Hash, Purpose.AttachmentLoss, issued.Route);
            if ((paper.Items & evidence.Model.AssignmentsFor(root, to)) != 0 && draw < share)
            {
                _withoutAttachment.Add(there);
                Expected.Add(InWords(
                    EntryKind.AttachmentLost, Entry.NoItem, (int)(there >> 40), (int)(there >> 16 & 0xFF_FFFF)));
            }
        }

        return this;
    }
}
