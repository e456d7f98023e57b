using Simulator.Kernel.Documents;
using Simulator.Kernel.Interventions;
using Simulator.Kernel.Journal;

namespace Simulator.Tests.Kernel.Checkers;

/// <summary>
/// The director does what the scenario says and when it says so: at a moment, or in the minute after its condition
/// came to hold, as often as it may; it ends what is for a time when that is over, and those whom it sets going act at
/// the very minute.
/// </summary>
internal sealed class InterventionChecker : IChecker
{
    public IEnumerable<string> Complaints(Evidence evidence)
    {
        foreach (var entry in evidence.Entries)
        {
            if (entry.Body == Director.Hash)
            {
                if (evidence.InterventionOf(entry) is not { } intervention || !IsDue(evidence, entry, intervention.Source))
                {
                    yield return $"the director had no reason: {evidence.InWords(entry)}";
                }
            }
            else if (entry.CauseBody == Director.Hash)
            {
                var acts = evidence.CauseOf(entry) is { Kind: EntryKind.Intervened } order && order.Tick == entry.Tick
                    ? evidence.InterventionOf(order)?.Source.Acts ?? []
                    : [];
                if (entry.Kind != EntryKind.FollowedUp
                    || !acts.Any(act => entry.What == 0 ? act is ReminderAct : act is InspectionAct))
                {
                    yield return $"the director did not order it: {evidence.InWords(entry)}";
                }
            }
        }

        foreach (var intervention in evidence.Model.Interventions)
        {
            var begun = evidence.Of(EntryKind.Intervened).Count(entry => entry.Root == intervention.ShortHash);
            var isExpected = intervention.Source.At is { } at ? at.Value <= evidence.Until : begun > 0;
            if (begun > 1 && !intervention.Source.Repeats || isExpected != begun > 0)
            {
                yield return $"'{intervention.Source.Id}' began {begun} times";
            }
        }
    }

    private static bool IsDue(Evidence evidence, Entry entry, Intervention declared)
    {
        if (entry.Kind == EntryKind.InterventionEnded)
        {
            return evidence.Of(EntryKind.Intervened).Any(begun =>
                begun.Root == entry.Root && begun.Tick + declared.For?.Minutes == entry.Tick);
        }

        return entry.Kind == EntryKind.Intervened && (declared.When is { } when
            ? entry.Tick == entry.Started + 1 && entry.Started >= declared.From.Value
                && (when.Time is not null || when.Measure == GoalMeasure.Utilisation || when.IsMetBy(entry.A, entry.B))
            : entry.Tick == declared.At?.Value && entry.Item == 1);
    }
}
