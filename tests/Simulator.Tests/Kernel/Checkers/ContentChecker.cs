using Simulator.Kernel.Conduct;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;

namespace Simulator.Tests.Kernel.Checkers;

/// <summary>
/// Nobody begins, lays aside, carries out, asks or reports about an assignment that was not in the paper that
/// he received, or that he did not keep. What a relay lost, distorted and added is what its draws say, what
/// arrives is what left, and a distorted assignment, and no other, is done as something else.
/// </summary>
internal sealed class ContentChecker : IChecker
{
    public IEnumerable<string> Complaints(Evidence evidence)
    {
        var held = new Dictionary<(ulong Body, uint Root), HeldPaper>();
        var left = new Dictionary<(ulong Body, uint Sequence), RelayedPaper>();
        foreach (var entry in evidence.Entries.Where(entry => evidence.RootOf(entry) >= 0))
        {
            var key = (entry.Body, entry.Root);
            if (evidence.IsIssuer(entry))
            {
                held.TryAdd(key, HeldPaper.Original(evidence.DirectiveOf(entry)));
            }

            var complaint = entry.Kind switch
            {
                EntryKind.Issued => Issue(evidence, entry, held, left),
                EntryKind.Arrived => Arrive(evidence, entry, held, left),
                EntryKind.Kept => Keep(held[key], entry),
                EntryKind.AssignmentLost or EntryKind.AssignmentDistorted or EntryKind.AssignmentAdded
                    or EntryKind.AttachmentLost => Change(entry, left),
                EntryKind.Stalled or EntryKind.Ignored or EntryKind.Resumed when entry.Item != Entry.NoItem =>
                    Own(evidence, held, entry.Body, entry),
                EntryKind.StepEnded when entry.Step is Step.CarryOut or Step.Ask => CarryOut(evidence, held, entry),
                _ => null,
            };
            if (complaint is not null)
            {
                yield return $"{complaint}: {evidence.InWords(entry)}";
            }
        }

        foreach (var relay in left.Values.Where(relay => relay.Expected.Count > 0))
        {
            yield return $"the draws say that {string.Join(", ", relay.Expected)}, the journal does not";
        }
    }

    private static string? Issue(
        Evidence evidence, in Entry entry, Dictionary<(ulong, uint), HeldPaper> held,
        Dictionary<(ulong, uint), RelayedPaper> left)
    {
        if (!held.TryGetValue((entry.Body, entry.Root), out var paper))
        {
            return "relayed what has not come";
        }

        left[(entry.Body, entry.Sequence)] = evidence.IsIssuer(entry) || !evidence.Model.FollowsContent
            ? RelayedPaper.Unchanged(paper)
            : RelayedPaper.Of(evidence, entry, paper);
        return null;
    }

    private static string? Change(in Entry entry, Dictionary<(ulong, uint), RelayedPaper> left) =>
        entry.CauseBody == entry.Body && left.TryGetValue((entry.Body, entry.CauseSequence), out var relay)
        && relay.Expected.Remove(RelayedPaper.InWords(entry.Kind, entry.Item, entry.A, entry.B))
            ? null
            : "nothing of the kind can have become of the paper";

    private static string? Arrive(
        Evidence evidence, in Entry entry, Dictionary<(ulong, uint), HeldPaper> held,
        Dictionary<(ulong, uint), RelayedPaper> left)
    {
        switch ((PaperClass)entry.What)
        {
            case PaperClass.Directive or PaperClass.Amendment
                when left.TryGetValue((entry.CauseBody, evidence.IssueOf(entry)), out var relay):
                var paper = relay.For(evidence, entry);
                var expected = evidence.Model.FollowsContent ? (paper.Strength, (int)paper.Wording) : (0, 0);
                if (evidence.IsHandled(entry))
                {
                    held.TryAdd((entry.Body, entry.Root), paper);
                }

                return (entry.A, entry.B) == expected ? null : $"{expected} left";
            case PaperClass.Directive or PaperClass.Amendment:
                return "no such paper has left";
            case PaperClass.Clarification or PaperClass.ClarificationAnswer:
                return null;
            case PaperClass.Question or PaperClass.PromptReport:
                return Own(evidence, held, entry.CauseBody, entry);
            case PaperClass.Answer:
                return Own(evidence, held, entry.Body, entry);
            default:
                return null;
        }
    }

    private static string? Keep(HeldPaper paper, in Entry entry)
    {
        paper.Kept |= 1U << entry.Item;
        return (paper.Items >> entry.Item & 1) == 1 ? null : "kept what the directive does not ask for";
    }

    private static string? CarryOut(
        Evidence evidence, Dictionary<(ulong, uint), HeldPaper> held, in Entry entry)
    {
        if (Own(evidence, held, entry.Body, entry) is { } complaint)
        {
            return complaint;
        }

        var distorted = (held[(entry.Body, entry.Root)].Distorted >> entry.Item & 1) == 1;
        return entry.Step != Step.CarryOut || distorted == (entry.B == (int)Outcome.Otherwise) ? null
            : distorted ? "what was distorted was done as it was meant"
            : "what was not distorted was done as something else";
    }

    private static string? Own(
        Evidence evidence, Dictionary<(ulong, uint), HeldPaper> held, ulong body, in Entry entry)
    {
        if (!held.TryGetValue((body, entry.Root), out var paper))
        {
            return "no paper has come";
        }

        if (entry.Item == Entry.NoItem || evidence.IsPassedUp(entry))
        {
            return null;
        }

        var directive = evidence.DirectiveOf(entry);
        var by = directive.Source.Assignments[entry.Item].By;
        var isOwn = (paper.Kept >> entry.Item & 1) == 1
            || (directive.Issuer != evidence.IndexOf(body) && (paper.Items >> entry.Item & 1) == 1
                && RelayedPaper.Charges(evidence, by, body));
        return isOwn ? null : "this assignment was not in the paper received, or is somebody else's";
    }
}
