using Simulator.Analysis.Waits;
using Simulator.Cli.Words;

namespace Simulator.Cli.Reports;

/// <summary>
/// The parts of bars that minutes are told apart by: one part for each colour, so that there are no more than an eye keeps
/// apart and no two are alike. Reasons of one kind are one part; the table below a chart has each by itself. A reason has the
/// same colour in every chart.
/// </summary>
internal sealed class ReasonColours
{
    private const string Others = "other";

    /// <summary>In the order in which bars show them; every other reason is one of <see cref="Others"/>.</summary>
    private static readonly (string Colour, WaitReason[] Reasons)[] _kinds =
    [
        ("work", [WaitReason.Work]),
        ("travel", [WaitReason.Travel, WaitReason.Unseen, WaitReason.Retry]),
        ("off-hours", [WaitReason.OffHours]),
        ("queue", [WaitReason.MoreUrgentPaper, WaitReason.EarlierPaper]),
        ("load", [WaitReason.BackgroundLoad]),
        ("others-answer", [WaitReason.Opinion, WaitReason.CoordinatingBodies, WaitReason.SubordinatesReports]),
        ("stalled", [WaitReason.Stall]),
        (Others, []),
    ];

    private readonly Language language;
    private readonly HashSet<WaitReason> shown;

    /// <param name="minutes">The minutes that are to be shown, by reason.</param>
    /// <param name="language">In which language.</param>
    internal ReasonColours(IEnumerable<(WaitReason Reason, long Minutes)> minutes, Language language)
    {
        this.language = language;
        shown = [.. minutes.Where(part => part.Minutes > 0).Select(part => part.Reason)];
    }

    /// <summary>The parts of the bars, one bar for each row of minutes.</summary>
    internal IReadOnlyList<StackSeries> Series(IReadOnlyList<IEnumerable<(WaitReason Reason, double Value)>> rows)
    {
        var sums = rows.Select(row => row.GroupBy(part => Colour(part.Reason))
            .ToDictionary(group => group.Key, group => group.Sum(part => part.Value))).ToList();
        return
        [
            .. _kinds.Select(kind => kind.Colour).Where(shown.Select(Colour).Contains).Select(colour => new StackSeries(
                Name(colour), colour, [.. sums.Select(row => Math.Round(row.GetValueOrDefault(colour), 4))])),
        ];
    }

    private static string Colour(WaitReason reason) =>
        _kinds.FirstOrDefault(kind => kind.Reasons.Contains(reason)).Colour ?? Others;

    /// <summary>Of one reason its own name, of several that of their kind.</summary>
    private string Name(string colour)
    {
        var reasons = shown.Where(reason => Colour(reason) == colour).ToList();
        return reasons.Count == 1 ? language.Wait(reasons[0]) : colour switch
        {
            "travel" => language.In("travel, lying unseen, sending again", "trên đường, chưa ai thấy, chờ gửi lại"),
            "queue" => language.In("behind another of these papers", "chờ văn bản khác trong số này"),
            "others-answer" => language.In("for what others answer", "chờ cơ quan khác trả lời"),
            _ => language.In("other reasons", "lý do khác"),
        };
    }
}
