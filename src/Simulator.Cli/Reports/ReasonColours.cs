using Simulator.Analysis.Waits;
using Simulator.Cli.Words;

namespace Simulator.Cli.Reports;

/// <summary>
/// The reasons that a chart tells apart: the largest, and all others together, so that there are no more colours than an eye
/// keeps apart. A reason has the same colour in every chart.
/// </summary>
internal sealed class ReasonColours
{
    private const int Most = 7;

    private readonly Language language;
    private readonly IReadOnlyList<WaitReason> shown;
    private readonly bool hasOthers;

    /// <param name="minutes">The minutes that are to be shown, by reason.</param>
    /// <param name="language">In which language.</param>
    internal ReasonColours(IEnumerable<(WaitReason Reason, long Minutes)> minutes, Language language)
    {
        this.language = language;
        var all = minutes.GroupBy(part => part.Reason).OrderByDescending(group => group.Sum(part => part.Minutes))
            .ThenBy(group => group.Key).Select(group => group.Key).ToList();
        (shown, hasOthers) = ([.. all.Take(Most).Order()], all.Count > Most);
    }

    /// <summary>The parts of the bars, one bar for each row of minutes.</summary>
    internal IReadOnlyList<StackSeries> Series(IReadOnlyList<IEnumerable<(WaitReason Reason, double Value)>> rows)
    {
        var sums = rows.Select(row => row.GroupBy(part => part.Reason)
            .ToDictionary(group => group.Key, group => group.Sum(part => part.Value))).ToList();
        return
        [
            .. shown.Select(reason => new StackSeries(
                language.Wait(reason), Colour(reason), [.. sums.Select(row => Math.Round(row.GetValueOrDefault(reason), 4))])),
            .. hasOthers
                ? [
                    new StackSeries(language.In("other reasons", "lý do khác"), "other", [.. sums.Select(
                        row => Math.Round(row.Where(part => !shown.Contains(part.Key)).Sum(part => part.Value), 4))]),
                ]
                : Array.Empty<StackSeries>(),
        ];
    }

    private static string Colour(WaitReason reason) => reason switch
    {
        WaitReason.Work => "work",
        WaitReason.Travel or WaitReason.Retry or WaitReason.Unseen => "travel",
        WaitReason.OffHours => "off-hours",
        WaitReason.MoreUrgentPaper or WaitReason.EarlierPaper => "queue",
        WaitReason.BackgroundLoad => "load",
        WaitReason.Stall => "stalled",
        WaitReason.Opinion or WaitReason.CoordinatingBodies or WaitReason.SubordinatesReports => "others-answer",
        _ => "other",
    };
}
