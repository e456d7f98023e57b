using Simulator.Kernel.Conduct;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;

namespace Simulator.Tests.Kernel.Checkers;

/// <summary>
/// Reports add up: what a body closes with is itself and what the reports taken in before said; what a
/// report says is what its sender closed with, unless he has owned up to another number, or nothing if it
/// goes to a second superior.
/// </summary>
internal sealed class ReportChecker : IChecker
{
    public IEnumerable<string> Complaints(Evidence evidence)
    {
        foreach (var closed in evidence.Of(EntryKind.Closed))
        {
            var taken = TakenBefore(evidence, closed).ToList();
            var own = evidence.IsIssuer(closed) ? 0 : 1;
            if (closed.A != own + taken.Sum(report => report.A))
            {
                yield return $"{own} and {taken.Sum(report => report.A)} were counted: {evidence.InWords(closed)}";
            }

            var complied = closed.B - taken.Sum(report => report.B);
            if (complied < 0 || complied > own || (complied == 1 && HasFailed(evidence, closed))
                || (complied < own && closed.Item == 0 && !HasFailed(evidence, closed)
                    && LeavesTraces(evidence, closed)))
            {
                yield return $"itself and {taken.Sum(report => report.B)} complied: {evidence.InWords(closed)}";
            }

            var issued = evidence.DossierOf(closed)
                .Where(entry => entry.Kind == EntryKind.Issued && entry.Sequence < closed.Sequence)
                .Sum(entry => entry.B);
            issued = issued == 0 && evidence.CollectsFor(closed) < 0 ? 0 : evidence.ReportersOf(closed).Count;
            if (closed.Item == 0 && !evidence.IsQuiet(closed) && taken.Select(report => report.CauseBody).Distinct().Count() != issued)
            {
                yield return $"{taken.Count} of {issued} reports were there: {evidence.InWords(closed)}";
            }

            if (closed.Item == 0 && LeavesOpen(evidence, closed))
            {
                yield return $"something lay aside, or the relay had not left: {evidence.InWords(closed)}";
            }
        }

        foreach (var report in evidence.Of(EntryKind.Arrived).Where(entry => entry.What == (byte)PaperClass.Report))
        {
            var (counted, claimed) = evidence.CauseOf(report) is { } cause
                && evidence.ReportsTo(cause) == report.Body && evidence.ReportRouteOf(cause) == report.Route
                    ? Said(evidence, cause)
                    : default;
            if ((counted, claimed) != (report.A, report.B))
            {
                yield return $"the sender had {counted} and {claimed}: {evidence.InWords(report)}";
            }
        }
    }

    /// <summary>What is known, unless an entry owns up to another number.</summary>
    private static (int Counted, int Claimed) Said(Evidence evidence, Entry sent)
    {
        var closed = evidence.DossierOf(sent).FirstOrDefault(entry => entry.Kind == EntryKind.Closed);
        var misreport = evidence.DossierOf(sent).FirstOrDefault(
            entry => entry.Kind == EntryKind.Misreported && entry.CauseSequence == sent.Sequence);
        return misreport.Kind == EntryKind.None ? (closed.A, closed.B)
            : misreport.A == closed.B ? (closed.A, misreport.B)
            : (closed.A, -1);
    }

    /// <summary>The last reports taken in and, where a cut-off closes, the newest figures of the others.</summary>
    private static IEnumerable<Entry> TakenBefore(Evidence evidence, Entry closed) =>
        Evidence.Told(evidence, closed).Where(report => closed.Item == 1 || report.What == (byte)PaperClass.Report);

    private static bool LeavesOpen(Evidence evidence, Entry closed)
    {
        var before = evidence.DossierOf(closed).Where(entry => entry.Sequence < closed.Sequence).ToList();
        var lies = before.Where(entry => entry.Kind is EntryKind.Stalled or EntryKind.Ignored or EntryKind.Resumed)
            .GroupBy(entry => entry.Item)
            .ToDictionary(about => about.Key, about => about.Last().Kind);
        if (OwesInput(evidence, closed, before) || before.Where(entry => entry.Kind == EntryKind.Contribution).GroupBy(entry => entry.Item)
            .Any(about => about.Last().What == (byte)ContributionState.LaidAside))
        {
            return true;
        }

        return lies.ContainsValue(EntryKind.Stalled)
            || (evidence.AddresseesOf(closed).Count > 0
                && !before.Exists(entry => entry.Kind == EntryKind.Issued)
                && lies.GetValueOrDefault(Entry.NoItem) != EntryKind.Ignored);
    }

    /// <summary>Whether a contribution had been neither sent off nor ignored when a body closed.</summary>
    private static bool OwesInput(Evidence evidence, Entry closed, List<Entry> before)
    {
        if (evidence.DirectiveOf(closed).Inputs is not { } inputs || evidence.IsIssuer(closed)
            || evidence.Model.FollowsContent || !evidence.Takes(closed.Body, Step.Contribute, Step.IssueInput))
        {
            return false;
        }

        var settled = before
            .Where(entry => entry is { Kind: EntryKind.StepEnded, What: (byte)PaperClass.Input }
                || entry is { Kind: EntryKind.Contribution, What: (byte)ContributionState.Ignored })
            .Aggregate(0U, (items, entry) => items | 1U << entry.Item);
        var (root, body) = (evidence.RootOf(closed), evidence.IndexOf(closed.Body));
        return (inputs.OwedBy(body) & evidence.Model.AssignmentsFor(root, body) & ~settled) != 0;
    }

    /// <summary>Whether an assignment, or the relay, then lay aside, was ignored, or had been done in part only.</summary>
    private static bool HasFailed(Evidence evidence, Entry closed) => evidence.DossierOf(closed)
        .Where(entry => entry.Sequence < closed.Sequence && (entry is { Kind: EntryKind.StepEnded, Step: Step.CarryOut }
            || entry.Kind is EntryKind.Stalled or EntryKind.Ignored or EntryKind.Resumed or EntryKind.GaveWay
            || Evidence.Refuses(entry)))
        .GroupBy(entry => entry.Item)
        .Any(about => about.Last() is { } last && (last.Kind is EntryKind.Stalled or EntryKind.Ignored or EntryKind.GaveWay
            || Evidence.Refuses(last)
            || (last.Step == Step.CarryOut && last.B == (int)Outcome.Partly)));

    /// <summary>A kind that takes no step to carry out leaves no entry that could say how it was done.</summary>
    private static bool LeavesTraces(Evidence evidence, Entry closed) => evidence.Takes(closed.Body, Step.CarryOut);
}
