using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;

namespace Simulator.Tests.Kernel.Checkers;

/// <summary>
/// Where somebody collects reports, whoever was addressed reports to the collector, and the body in whose place it
/// collects is told by the collector alone; each body that a collector's report counts has reported to it or is
/// counted by one that did, and is counted once.
/// </summary>
internal sealed class CollectingChecker : IChecker
{
    public IEnumerable<string> Complaints(Evidence evidence)
    {
        var told = new Dictionary<(ulong Body, uint Root), HashSet<ulong>>();
        foreach (var report in evidence.Of(EntryKind.Arrived).Where(entry => entry.What == (byte)PaperClass.Report))
        {
            var (to, sender) = (evidence.IndexOf(report.Body), evidence.IndexOf(report.CauseBody));
            if (evidence.DirectiveOf(report).Collecting is not { } collecting)
            {
                continue;
            }

            if (collecting.CollectorOf(to) is >= 0 and var collector && sender != collector)
            {
                yield return $"'{evidence.Model.Bodies[collector].Id}' collects: {evidence.InWords(report)}";
            }

            var counted = told.GetValueOrDefault((report.Body, report.Root)) ?? [];
            told[(report.Body, report.Root)] = counted;
            if (collecting.CollectsFor(to) >= 0 && (!counted.Add(report.CauseBody)
                || !evidence.ReportersOf(report).Contains(sender)))
            {
                yield return $"it collects no such report, or has it: {evidence.InWords(report)}";
            }
        }
    }
}
