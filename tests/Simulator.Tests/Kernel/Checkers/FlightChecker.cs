using Simulator.Kernel.Chance;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;

namespace Simulator.Tests.Kernel.Checkers;

/// <summary>
/// Where a paper has lost its force nothing of it is begun, assigned, relayed or carried out any more, but for what was in
/// hand and may be finished; a newer paper takes force only where it is handled; and each body that registers a recall
/// answers it once, 15 or 16, as the rule has it.
/// </summary>
internal sealed class FlightChecker : IChecker
{
    public IEnumerable<string> Complaints(Evidence evidence)
    {
        foreach (var dossier in evidence.Dossiers)
        {
            if (evidence.DirectiveOf(dossier.First()).Flight is null)
            {
                continue;
            }

            foreach (var complaint in AfterItsForce(evidence, [.. dossier]).Concat(Recalls(evidence, [.. dossier])))
            {
                yield return complaint;
            }
        }

        foreach (var entry in evidence.Of(EntryKind.Unresolved))
        {
            var relation = evidence.DirectiveOf(entry).Source.Relation!;
            var arrived = evidence.CauseOf(entry)!.Value;
            var mistyped = evidence.Chance.Arrow(
                arrived.CauseBody, entry.Body, evidence.DirectiveOf(entry).Hash, Purpose.Mistyping, 0) < relation.Mistyped;
            if (mistyped != (entry.What == 1) || (entry.Item == 1) != relation.Clarifies)
            {
                yield return $"it was drawn otherwise: {evidence.InWords(entry)}";
            }
        }
    }

    private static IEnumerable<string> AfterItsForce(Evidence evidence, List<Entry> dossier)
    {
        var ended = dossier.FindIndex(entry => Evidence.EndsForce(entry) || entry is { Kind: EntryKind.RecallSent, What: 0 });
        if (ended < 0)
        {
            yield break;
        }

        var end = dossier[ended];
        if (end.Kind == EntryKind.Superseded && !IsBySomeNewer(evidence, end))
        {
            yield return $"no newer paper has been handled: {evidence.InWords(end)}";
        }

        foreach (var entry in dossier.Skip(ended + 1).Where(entry => entry.Route == 0))
        {
            var isWork = entry is
            {
                Kind: EntryKind.StepEnded, Step: Step.Assign or Step.Draft or Step.Sign or Step.Issue
                or Step.CarryOut or Step.Ask or Step.Remind or Step.Inspect
            };
            if (entry.Kind is EntryKind.Issued or EntryKind.Stalled or EntryKind.Ignored or EntryKind.Resumed
                || (isWork && (entry.Started > end.Tick || end is { Kind: not EntryKind.RecallSent, Item: 1 })))
            {
                yield return $"it has no force since {evidence.InWords(end)}: {evidence.InWords(entry)}";
            }
        }
    }

    private static bool IsBySomeNewer(Evidence evidence, in Entry end)
    {
        var (body, tick, older) = (end.Body, end.Tick, evidence.DirectiveOf(end).Source.Id);
        return evidence.Entries.Any(entry => entry.Body == body && entry.Tick <= tick
            && evidence.RootOf(entry) >= 0
            && evidence.DirectiveOf(entry).Source.Relation is { Kind: RelationKind.Supersedes or RelationKind.Replaces } relation
            && relation.Directive == older && (evidence.IsIssuer(entry) || evidence.EndsHandling(entry)));
    }

    private static IEnumerable<string> Recalls(Evidence evidence, List<Entry> dossier)
    {
        var registers = evidence.Takes(dossier[0].Body, Step.RegisterRecall);
        var came = dossier.Where(entry => registers
            ? entry is { Kind: EntryKind.StepEnded, Step: Step.RegisterRecall }
            : entry is { Kind: EntryKind.Arrived, What: (byte)PaperClass.Recall });
        foreach (var entry in came)
        {
            var answers = dossier.Where(other => other.Kind == EntryKind.RecallAnswered
                && other.CauseSequence == entry.Sequence).ToList();
            if (answers is not [{ What: Recall.Accepted or Recall.Refused }])
            {
                yield return $"answered {answers.Count} times: {evidence.InWords(entry)}";
            }
            else if (answers[0].What == Recall.Refused && !MayRefuse(evidence, dossier, answers[0]))
            {
                yield return $"there was nothing to refuse: {evidence.InWords(answers[0])}";
            }
        }
    }

    /// <summary>Only a paper that is registered stays, and only where the rule does not have it yield.</summary>
    private static bool MayRefuse(Evidence evidence, List<Entry> dossier, Entry answer)
    {
        var before = dossier.Where(entry => entry.Sequence < answer.Sequence);
        return !evidence.DirectiveOf(answer).Flight!.Recall!.RegisteredYields
            && (evidence.Takes(answer.Body, Step.Register)
                ? before.Any(entry => entry is { Kind: EntryKind.StepEnded, Step: Step.Register, Route: 0 })
                : before.Any(entry => entry.BringsDirective));
    }
}
