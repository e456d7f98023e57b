using Simulator.Kernel.Conduct;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;

namespace Simulator.Tests.Kernel.Checkers;

/// <summary>
/// Periodic figures are closed at their level's hour, by whoever has the directive in hand and has not closed
/// it, and by nobody else. They count the body, the last reports taken in, and of each other addressee the
/// newest figures; what comes too late for one report is owned up to.
/// </summary>
internal sealed class PeriodicChecker : IChecker
{
    public IEnumerable<string> Complaints(Evidence evidence)
    {
        foreach (var dossier in evidence.Dossiers)
        {
            var first = dossier.First();
            if (evidence.IndexOf(first.Body) >= 0 && evidence.RootOf(first) >= 0)
            {
                foreach (var complaint in In(evidence, [.. dossier]))
                {
                    yield return complaint;
                }
            }
        }

        foreach (var report in evidence.Of(EntryKind.Arrived)
            .Where(entry => entry.What == (byte)PaperClass.PeriodicReport))
        {
            if (Said(evidence, report) != (report.A, report.B, report.Item))
            {
                yield return $"its sender had {Said(evidence, report)}: {evidence.InWords(report)}";
            }
        }
    }

    private static IEnumerable<string> In(Evidence evidence, List<Entry> dossier)
    {
        var final = new Dictionary<ulong, Entry>();
        var newest = new Dictionary<ulong, Entry>();
        var (number, closed) = (0, false);
        foreach (var entry in dossier)
        {
            var late = false;
            if (Evidence.IsTakenIn(evidence, entry) is { } report && !closed)
            {
                late = report.What == (byte)PaperClass.PeriodicReport && !final.ContainsKey(report.CauseBody)
                    && report.Item > newest.GetValueOrDefault(report.CauseBody).Item;
                if (late)
                {
                    newest[report.CauseBody] = report;
                }
                else if (report.What == (byte)PaperClass.Report)
                {
                    final.TryAdd(report.CauseBody, report);
                    newest.Remove(report.CauseBody);
                }

                late &= report.Item <= number;
            }

            var owned = dossier.Any(other => other.Kind == EntryKind.FiguresLate
                && other.CauseSequence == entry.Sequence);
            if (late != owned)
            {
                yield return $"{(late ? "late" : "in time")}, and the journal says otherwise: {evidence.InWords(entry)}";
            }

            closed |= entry.Kind == EntryKind.Closed;
            if (entry.Kind == EntryKind.FiguresClosed)
            {
                number = entry.Item;
                var told = final.Values.Concat(newest.Values).ToList();
                var itself = HasComplied(evidence, dossier, entry);
                var itsOwn = entry.B - told.Sum(each => each.B);
                if (closed || entry.A != 1 + told.Sum(each => each.A) || itsOwn is < 0 or > 1
                    || (itself is { } known && itsOwn != (known ? 1 : 0)))
                {
                    yield return $"{1 + told.Sum(each => each.A)} were counted: {evidence.InWords(entry)}";
                }
            }
        }

        foreach (var complaint in Hours(evidence, dossier))
        {
            yield return complaint;
        }
    }

    /// <summary>The hours at which figures were to be closed are those at which they were.</summary>
    private static IEnumerable<string> Hours(Evidence evidence, List<Entry> dossier)
    {
        var closings = dossier.Where(entry => entry.Kind == EntryKind.FiguresClosed).ToList();
        var periodic = evidence.DirectiveOf(dossier[0]).Periodic;
        var level = evidence.Model.FactsOf(evidence.IndexOf(dossier[0].Body)).Level;
        var handled = evidence.HandledAt(dossier);
        var closed = dossier.Where(entry => entry.Kind == EntryKind.Closed)
            .Select(entry => entry.Tick).DefaultIfEmpty(int.MaxValue).First();
        var owed = periodic is null || !periodic.Concerns(level) || handled < 0
            ? []
            : Enumerable.Range(1, periodic.Count)
                .Where(number => periodic.FiguresOf(level, number) is var at
                    && at > handled && at <= evidence.Until && at < closed)
                .ToList();
        var unowed = closings.Where(entry => periodic is null || !periodic.Concerns(level)
            || entry.Item > periodic.Count || periodic.FiguresOf(level, entry.Item) != entry.Tick).ToList();
        if (unowed.Count > 0 || owed.Except(closings.Select(entry => (int)entry.Item)).Any()
            || closings.Select(entry => entry.Item).Distinct().Count() != closings.Count)
        {
            yield return $"the reports {string.Join(", ", owed)} were owed by {evidence.InWords(dossier[0])}";
        }
    }

    /// <summary>
    /// Whether the body has done all that is its own, and its relay does not lie aside; <c>null</c> where its kind
    /// leaves no trace of that, or where papers can lose what is in them on their way.
    /// </summary>
    private static bool? HasComplied(Evidence evidence, List<Entry> dossier, Entry figures)
    {
        if (evidence.Model.FollowsContent || !evidence.Takes(figures.Body, Step.CarryOut))
        {
            return null;
        }

        var own = evidence.Model.OwnAssignments(evidence.RootOf(figures), evidence.IndexOf(figures.Body));
        foreach (var entry in dossier.Where(entry => entry.Sequence < figures.Sequence))
        {
            own &= entry is { Kind: EntryKind.StepEnded, Step: Step.CarryOut, B: (int)Outcome.Complied }
                ? ~(1U << entry.Item)
                : uint.MaxValue;
        }

        var relay = dossier.LastOrDefault(entry => entry.Sequence < figures.Sequence && entry.Item == Entry.NoItem
            && entry.Kind is EntryKind.Stalled or EntryKind.Ignored or EntryKind.Resumed);
        return own == 0 && relay.Kind is EntryKind.None or EntryKind.Resumed;
    }

    private static (int Counted, int Claimed, int Number) Said(Evidence evidence, Entry report)
    {
        if (evidence.CauseOf(report) is not { } sent)
        {
            return default;
        }

        var number = sent.Kind == EntryKind.FiguresClosed ? sent.Item : sent.B;
        var figures = evidence.DossierOf(sent).FirstOrDefault(entry =>
            entry.Kind == EntryKind.FiguresClosed && entry.Item == number);
        var misreport = evidence.DossierOf(sent).FirstOrDefault(entry =>
            entry.Kind == EntryKind.Misreported && entry.CauseSequence == sent.Sequence);
        return (figures.A, misreport.Kind == EntryKind.None ? figures.B
            : misreport.A == figures.B && misreport.Item == number ? misreport.B : -1, number);
    }
}
