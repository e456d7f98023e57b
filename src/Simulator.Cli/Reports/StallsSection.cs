using Simulator.Analysis.Measures;
using Simulator.Cli.Words;

namespace Simulator.Cli.Reports;

/// <summary>Where it does not go on at the end of the run: by cause, and those first that most bodies wait for.</summary>
internal sealed class StallsSection(RunSubject subject)
{
    private const int MostPlaces = 20;
    private const int MostCauses = 12;

    private Language Language => subject.Language;

    internal Section Make()
    {
        var causes = Causes(subject).Take(MostCauses).ToList();
        return new Section($"{subject.Prefix}stalls", Language.In("Where it does not go on", "Nơi chưa đi tiếp"),
            causes.Count == 0
                ? [
                    new Sentences(Language.In(
                        "Nowhere: nothing is waited for at the end of the run.",
                            "Không có: khi kết thúc lần chạy không còn gì phải chờ.")),
                ]
                : [ByCause(causes), Places()]);
    }

    /// <summary>The causes of hold-ups, the most frequent first.</summary>
    internal static IEnumerable<(string Name, int Count, IReadOnlyDictionary<int, int> ByLevel)> Causes(RunSubject subject) =>
        subject.HoldUps
        .GroupBy(each => each.Cause).OrderByDescending(cause => cause.Count()).ThenBy(cause => cause.Key)
        .Select(cause => (
            NameOf(cause.Key, subject.Language), cause.Count(),
            (IReadOnlyDictionary<int, int>)cause.CountBy(each => (int)subject.Model.FactsOf(each.Body).Level).ToDictionary()));

    /// <summary>A cause of many hold-ups together; what a single one says has its own number in it.</summary>
    private static string NameOf(HoldUpCause cause, Language language) => cause switch
    {
        HoldUpCause.AwaitsReports => language.In("waiting for reports", "chờ báo cáo"),
        HoldUpCause.AwaitsInputs => language.In("waiting for coordinating bodies", "chờ cơ quan phối hợp"),
        _ => language.Cause(new HoldUp
        {
            Cause = cause,
            Body = 0,
            Step = default,
            Since = 0,
            WaitingBelow = 0,
            Count = 1,
        }),
    };

    private Chart ByCause(List<(string Name, int Count, IReadOnlyDictionary<int, int> ByLevel)> causes)
    {
        var levels = causes.SelectMany(cause => cause.ByLevel.Keys).Distinct().Order().ToList();
        string Level(int level) => subject.Words.Level(subject.Model.Source.Levels[level]);
        return new Chart(
            $"{subject.Prefix}stalls-causes", Language.In("Places by cause", "Số nơi theo nguyên nhân"),
            Language.In("Most often: ", "Nhiều nhất: ")
                + string.Join("; ", causes.Take(3).Select(cause => $"{cause.Name} {Language.Count(cause.Count)}")) + ".",
            new StackFigure
            {
                Axis = Language.In("places where it does not go on", "số nơi chưa đi tiếp"),
                Rows = [.. causes.Select(cause => cause.Name)],
                Series =
                [
                    .. levels.Select(level => new StackSeries(
                        Level(level), null, [.. causes.Select(cause => (double)cause.ByLevel.GetValueOrDefault(level))])),
                ],
            },
            new DataTable(
                Language.In("Places by cause and level", "Số nơi theo nguyên nhân và cấp"),
                [
                    new Column(Language.In("cause", "nguyên nhân")), .. levels.Select(level => Column.Number(Level(level))),
                    Column.Number(Language.In("together", "cộng")),
                ],
                [
                    .. causes.Select(cause => (IReadOnlyList<string>)
                    [
                        cause.Name, .. levels.Select(level => Language.Count(cause.ByLevel.GetValueOrDefault(level))),
                        Language.Count(cause.Count),
                    ]),
                ]));
    }

    private DataTable Places()
    {
        var scene = subject.Scene;
        return new DataTable(
            Language.In("Those first that most bodies below wait for, then the longest",
                "Trước hết là nơi nhiều cấp dưới đang chờ, sau đó là nơi lâu nhất"),
            [
                new Column(Language.In("body", "cơ quan")), new Column(Language.In("step", "bước")),
                new Column(Language.In("since", "từ lúc")), Column.Number(Language.In("for", "đã")),
                Column.Number(Language.In("waiting below", "cấp dưới chờ")), new Column(Language.In("why", "vì sao")),
            ],
            [
                .. subject.HoldUps.Take(MostPlaces).Select(each => (IReadOnlyList<string>)
                [
                    each.InHandsOf < 0 ? scene.NameOf(each.Body) : $"{scene.NameOf(each.Body)} ({scene.NameOf(each.InHandsOf)})",
                    Language.Step(each.Step), scene.Moment(each.Since), Language.Length(scene.At - each.Since),
                    Language.Count(each.WaitingBelow),
                    each.Whom < 0 ? Language.Cause(each) : $"{Language.Cause(each)}: {scene.NameOf(each.Whom)}",
                ]),
            ])
        {
            Note = subject.HoldUps.Count <= MostPlaces ? "" : Language.In(
                $"{MostPlaces} of {Language.Count(subject.HoldUps.Count)}; 'simulator show --view stalls' has more.",
                $"{MostPlaces} trên {Language.Count(subject.HoldUps.Count)}; xem thêm bằng 'simulator show --view stalls'."),
        };
    }
}
