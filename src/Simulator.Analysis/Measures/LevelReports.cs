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

    /// <summary>The levels of one directive that have sent reports, highest first.</summary>
    /// <param name="model">The model.</param>
    /// <param name="reports">What <see cref="ReportReader"/> has read of the directive.</param>
    /// <param name="progress">What <see cref="ProgressReader"/> has read of it.</param>
    public static IReadOnlyList<LevelReports> Of(
        CompiledModel model, IReadOnlyList<SentReport> reports, IReadOnlyDictionary<int, BodyProgress> progress)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(reports);
        ArgumentNullException.ThrowIfNull(progress);
        return
        [
            .. LastOf(reports)
                .GroupBy(report => model.FactsOf(report.Body).Level)
                .OrderBy(level => level.Key)
                .Select(level => Of(model.Source.Levels[level.Key], [.. level], progress)),
        ];
    }

    /// <summary>The last report of each body, of those that have left.</summary>
    public static IEnumerable<SentReport> LastOf(IEnumerable<SentReport> reports) =>
        reports.Where(report => report.SentAt >= 0)
            .GroupBy(report => report.Body)
            .Select(own => own.MaxBy(report => report.SentAt)!);

    private static LevelReports Of(
        string level, List<SentReport> reports, IReadOnlyDictionary<int, BodyProgress> progress) => new()
    {
        Level = level,
        Reports = reports.Count,
        Counted = reports.Sum(report => report.Counted),
        Complied = reports.Sum(report => Truly(report, progress, report.FiguresAt)),
        CompliedByEnd = reports.Sum(report => Truly(report, progress, int.MaxValue)),
        Known = reports.Sum(report => report.Known),
        Claimed = reports.Sum(report => report.Claimed),
        Misreported = reports.Sum(report => Math.Abs(report.Claimed - report.Known)),
    };

    private static int Truly(SentReport report, IReadOnlyDictionary<int, BodyProgress> progress, int at) =>
        report.Bodies().Count(body => progress.GetValueOrDefault(body)?.CompliedAt is >= 0 and var tick
            && tick <= at);
}
