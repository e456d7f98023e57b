using Simulator.Kernel.Conduct;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;

namespace Simulator.Tests.Kernel.Checkers;

/// <summary>
/// Diligence before a lift is what the closed form makes of the lift before, after it what the rule says,
/// and only what the entry names has lifted it. Computed with the base library's power, not with the kernel's.
/// </summary>
internal sealed class DiligenceChecker : IChecker
{
    public IEnumerable<string> Complaints(Evidence evidence)
    {
        var levels = new DiligenceLevels(evidence);
        foreach (var entry in evidence.Of(EntryKind.DiligenceLifted))
        {
            if (evidence.DiligenceOf(entry.Body) is not { } rule)
            {
                yield return $"its diligence does not change: {evidence.InWords(entry)}";
                continue;
            }

            var before = levels.Before(entry);
            var lift = LiftOf(rule.Lifts, (DiligenceCause)entry.What);
            var after = lift >= 0 ? entry.A + (lift * (1e6 - entry.A)) : entry.A * (1 + lift);
            if (Math.Abs(before - entry.A) > 1 || Math.Abs(after - entry.B) > 1 || lift == 0)
            {
                yield return $"from {before:0.0} to {after:0.0}: {evidence.InWords(entry)}";
            }

            if (evidence.CauseOf(entry) is not { } cause || !IsLiftedBy(evidence, (DiligenceCause)entry.What, cause))
            {
                yield return $"that does not lift it: {evidence.InWords(entry)}";
            }
        }
    }

    private static double LiftOf(DiligenceLifts lifts, DiligenceCause cause) => cause switch
    {
        DiligenceCause.Directive => lifts.Directive,
        DiligenceCause.Reminder => lifts.Reminder,
        DiligenceCause.Inspection => lifts.Inspection,
        DiligenceCause.Sanction => lifts.Sanction,
        DiligenceCause.RemindSanction => lifts.RemindSanction ?? lifts.Sanction,
        DiligenceCause.Reprimand => lifts.Reprimand ?? lifts.Sanction,
        DiligenceCause.Discipline => lifts.Discipline ?? lifts.Sanction,
        _ => lifts.Outbreak,
    };

    private static bool IsLiftedBy(Evidence evidence, DiligenceCause lift, in Entry cause)
    {
        if (cause.Kind == EntryKind.EventOccurred)
        {
            return lift == (EventKind)cause.What switch
            {
                EventKind.Inspection => DiligenceCause.Inspection,
                EventKind.Sanction => DiligenceCause.Sanction,
                _ => DiligenceCause.Outbreak,
            };
        }

        return lift switch
        {
            DiligenceCause.Directive => evidence.EndsHandling(cause),
            DiligenceCause.Reminder => evidence.Takes(cause.Body, Step.RegisterReminder)
                ? cause.Step == Step.RegisterReminder
                : cause is { Kind: EntryKind.Arrived, What: (byte)PaperClass.Reminder },
            DiligenceCause.Inspection => cause is { Kind: EntryKind.Inspected, What: 0 },
            DiligenceCause.Sanction => cause is { Kind: EntryKind.Sanctioned, What: 0 },
            DiligenceCause.RemindSanction => cause is { Kind: EntryKind.Sanctioned, What: 1 },
            DiligenceCause.Reprimand => cause is { Kind: EntryKind.Sanctioned, What: 2 },
            DiligenceCause.Discipline => cause is { Kind: EntryKind.Sanctioned, What: 3 },
            _ => false,
        };
    }
}
