using Simulator.Kernel.Compilation;

namespace Simulator.Analysis.Measures;

/// <summary>
/// Truth and report at one level: the last report that each body of it has sent, added up. Numbers are of
/// bodies; one that two reports of a level count is counted twice here too.
/// </summary>
public sealed record LevelReports
{
    /// <summary>Name of the level.</summary>
    public required string Level { get; init; }

    /// <summary>Bodies of it that have sent a report.</summary>
    public required int Reports { get; init; }

    /// <summary>Bodies counted in their last reports, themselves included.</summary>
    public required int Counted { get; init; }

    /// <summary>Of them: truly complied when the figures were closed.</summary>
    public required int Complied { get; init; }

    /// <summary>Of them: truly complied by the end.</summary>
    public required int CompliedByEnd { get; init; }

    /// <summary>Of them: complied, as the senders knew from what they were told.</summary>
    public required int Known { get; init; }

    /// <summary>Of them: complied, as the reports say.</summary>
    public required int Claimed { get; init; }

    /// <summary>By how much the reports are off what their senders knew, up or down, added up.</summary>
    public required int Misreported { get; init; }

    /// <summary>Its periodic reports that have fallen due.</summary>
    public required int PeriodicDue { get; init; }

    /// <summary>Of them: had arrived where they go by the hour.</summary>
    public required int Punctual { get; init; }

    /// <summary>The levels of one directive that have sent reports, highest first.</summary>
    /// <param name="model">The model.</param>
    /// <param name="root">Place of the directive.</param>
    /// <param name="reports">What <see cref="ReportReader"/> has read of it.</param>
    /// <param name="progress">What <see cref="ProgressReader"/> has read of it.</param>
    /// <param name="at">The moment until which they have read.</param>
    public static IReadOnlyList<LevelReports> Of(
        CompiledModel model, int root, IReadOnlyList<SentReport> reports,
        IReadOnlyDictionary<int, BodyProgress> progress, int at)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(reports);
        ArgumentNullException.ThrowIfNull(progress);
        return
        [
            .. LastOf(reports)
                .GroupBy(report => model.FactsOf(report.Body).Level)
                .OrderBy(level => level.Key)
                .Select(level => Of(
                    model.Source.Levels[level.Key], [.. level], progress,
                    [.. Due(model, root, reports, at).Where(each => each.Level == level.Key)])),
        ];
    }

    /// <summary>The last report of each body on each paper that it has handled, of those that have left.</summary>
    public static IEnumerable<SentReport> LastOf(IEnumerable<SentReport> reports) =>
        reports.Where(report => report.SentAt >= 0)
            .GroupBy(report => (report.Body, report.Route))
            .Select(own => own.MaxBy(report => report.SentAt)!);

    /// <summary>The periodic reports that had fallen due by a moment, and whether they came by their hour.</summary>
    public static IEnumerable<(SentReport Report, int Level, bool InTime)> Due(
        CompiledModel model, int root, IEnumerable<SentReport> reports, int at)
    {
        ArgumentNullException.ThrowIfNull(model);
        foreach (var report in reports.Where(report => report.Number > 0))
        {
            var level = model.FactsOf(report.Body).Level;
            var due = model.Directives[root].Periodic!.DueOf(level, report.Number);
            if (due <= at)
            {
                yield return (report, level, report.ArrivedAt >= 0 && report.ArrivedAt <= due);
            }
        }
    }

    private static LevelReports Of(
        string level, List<SentReport> reports, IReadOnlyDictionary<int, BodyProgress> progress,
        List<(SentReport Report, int Level, bool InTime)> due) => new()
        {
            Level = level,
            Reports = reports.Count,
            Counted = reports.Sum(report => report.Counted),
            Complied = reports.Sum(report => Truly(report, progress, report.FiguresAt)),
            CompliedByEnd = reports.Sum(report => Truly(report, progress, int.MaxValue)),
            Known = reports.Sum(report => report.Known),
            Claimed = reports.Sum(report => report.Claimed),
            PeriodicDue = due.Count,
            Punctual = due.Count(each => each.InTime),
            Misreported = reports.Sum(report => Math.Abs(report.Claimed - report.Known)),
        };

    /// <summary>A body is one, on however many papers it reports.</summary>
    private static int Truly(SentReport report, IReadOnlyDictionary<int, BodyProgress> progress, int at) =>
        report.Reports().Count(each => each.Route == 0
            && progress.GetValueOrDefault(each.Body)?.CompliedAt is >= 0 and var tick && tick <= at);
}
