using Simulator.Analysis.Paths;
using Simulator.Analysis.Waits;
using Simulator.Cli.Words;

namespace Simulator.Cli.Reports;

/// <summary>The critical path to the last compliance as a waterfall, leg below leg, each with its reasons.</summary>
internal sealed class PathSection(RunSubject subject)
{
    private const int MostNear = 10;

    private readonly LegWords words = new(subject.Scene);

    private Language Language => subject.Language;

    internal Section Make(CriticalPath path)
    {
        var legs = path.Legs.Where(each => each.Leg.Elapsed > 0).ToList();
        var reasons = new ReasonColours(legs.SelectMany(each => each.Parts).Select(part => (part.Reason, (long)part.Minutes)), Language);
        return new Section(
            $"{subject.Prefix}critical-path", Language.In("The way to the last", "Đường găng đến nơi hoàn thành cuối cùng"),
            [Waterfall(path, legs, reasons), .. Near(path)]);
    }

    private Chart Waterfall(CriticalPath path, List<PathLeg> legs, ReasonColours reasons)
    {
        string Name(PathLeg leg) => $"{subject.Scene.NameOf(leg.Leg.Body)}: {words.What(leg.Leg)}";
        var longest = legs.MaxBy(each => each.Leg.Elapsed);
        var sum = Language.Length(path.Makespan);
        return new Chart(
            $"{subject.Prefix}waterfall",
            Language.In("Leg by leg from the first signature to the last compliance",
                "Từng chặng, từ chữ ký đầu tiên đến nơi hoàn thành cuối cùng"),
            Language.In($"{legs.Count} legs, {sum} together", $"{legs.Count} chặng, tổng cộng {sum}")
                + (longest is null ? "." : Language.In("; the longest: ", "; dài nhất: ")
                    + $"{Name(longest)}, {Language.Length(longest.Leg.Elapsed)}."),
            new WaterfallFigure
            {
                Axis = Language.In("days since the issue", "số ngày kể từ khi ban hành"),
                Rows = [.. legs.Select(Name)],
                Starts = [.. legs.Select(each => subject.Days(each.Leg.From))],
                Series = reasons.Series(legs.ConvertAll(each => each.Parts.Select(part => (part.Reason, part.Minutes / 1440.0)))),
            },
            new DataTable(
                Language.In("The legs", "Các chặng"),
                [
                    new Column(Language.In("from", "từ")), new Column(Language.In("where", "ở đâu")),
                    new Column(Language.In("what", "việc gì")), Column.Number(Language.In("elapsed", "tổng")),
                    Column.Number(Language.In("share", "tỷ lệ")), new Column(Language.In("of which", "trong đó")),
                ],
                [
                    .. legs.Select(each => (IReadOnlyList<string>)
                    [
                        subject.Scene.Moment(each.Leg.From), subject.Scene.NameOf(each.Leg.Body), words.What(each.Leg),
                        Language.Length(each.Leg.Elapsed), Language.Percent((double)each.Leg.Elapsed / path.Makespan),
                        string.Join("; ", each.Parts.OrderByDescending(part => part.Minutes)
                            .Select(part => $"{Language.Length(part.Minutes)} {Language.Wait(part.Reason)}")),
                    ]),
                ]));
    }

    /// <summary>Who could have been little later without being last; in a large run that is a crowd, and is left out.</summary>
    private IEnumerable<IBlock> Near(CriticalPath path)
    {
        var near = path.Bodies().Where(each => each is { IsOnPath: false, Minutes: not null }).Take(MostNear).ToList();
        return near.Count == 0 ? [] :
        [
            new DataTable(
                Language.In("Nearly on it: by how much later they could have been", "Sát đường găng: có thể muộn thêm bao lâu"),
                [
                    new Column(Language.In("body", "cơ quan")), Column.Number(Language.In("slack", "dư")),
                    .. subject.Others is null ? Array.Empty<Column>()
                        : [Column.Number(Language.In("on the path elsewhere", "trên đường găng ở lần khác"))],
                ],
                [
                    .. near.Select(each => (IReadOnlyList<string>)
                    [
                        subject.Scene.NameOf(each.Body), Language.Length(each.Minutes!.Value),
                        .. subject.Others is null ? Array.Empty<string>() : [Views.PathSentences.Text(subject.Others.ShareOf(each.Body))],
                    ]),
                ]),
        ];
    }
}
