using Simulator.Analysis.Waits;
using Simulator.Cli.Views;
using Simulator.Cli.Words;

namespace Simulator.Cli.Reports;

/// <summary>What the time went into, level by level, and the longest waits of all.</summary>
internal sealed class WaitsSection(RunSubject subject)
{
    private const int MostWaits = 12;

    private Language Language => subject.Language;

    internal Section Make()
    {
        var waits = subject.Waits;
        return new Section(
            $"{subject.Prefix}waits", Language.In("What the time went into", "Thời gian đã đi vào đâu"),
            [
                new Sentences([.. new WaitSentences(subject.Scene).All(waits.Bodies, waits.Documents, waits.EndedOtherwise)]),
                .. ByLevel(
                    "waits-bodies", Language.In("From the arrival of the paper to compliance, mean of each body that complied",
                        "Từ khi văn bản đến đến khi hoàn thành, bình quân mỗi cơ quan đã hoàn thành"),
                    [.. waits.Bodies.Where(wait => wait.Open is null)]),
                .. ByLevel(
                    "waits-open", Language.In("From the arrival of the paper until the end of the run, mean of each body "
                        + "that still waits",
                        "Từ khi văn bản đến cho đến khi kết thúc lần chạy, bình quân mỗi cơ quan còn chờ"),
                    [.. waits.Bodies.Where(wait => wait.Open is not null)]),
                .. ByLevel(
                    "waits-papers", Language.In("From the decision to relay to registration, mean of each paper",
                        "Từ khi quyết định chuyển tiếp đến khi đăng ký, bình quân mỗi văn bản"),
                    [.. waits.Documents.Where(wait => wait.Open is null)]),
                .. Longest(),
            ]);
    }

    private IEnumerable<IBlock> ByLevel(string id, string title, IReadOnlyList<Wait> waits)
    {
        if (waits.Count == 0)
        {
            return [];
        }

        var groups = WaitGroup.ByLevel(subject.Model, waits)
            .Select(group => (Name: subject.Words.Level(group.Name), Waits: (IReadOnlyList<Wait>)[.. group.Ended,
                .. group.Open])).ToList();
        var sums = groups.ConvertAll(group => WaitTable.Together(group.Waits));
        var whole = WaitTable.Together(waits);
        var most = whole.Parts.OrderByDescending(part => part.Minutes).Take(3)
            .Select(part => $"{Language.Wait(part.Reason)} {Language.Percent((double)part.Minutes / Math.Max(1, whole.Elapsed))}");
        string Mean(long minutes, int count) => minutes == 0 ? "-" : Language.Length(WaitSentences.MeanOf(minutes, count));
        return
        [
            new Chart(
                $"{subject.Prefix}{id}", title,
                Language.In("Most of it: ", "Phần lớn: ") + string.Join(", ", most) + ".",
                new StackFigure
                {
                    Axis = Language.In("days, mean of each", "số ngày, bình quân"),
                    Rows = [.. groups.Select(group => group.Name)],
                    Series = new ReasonColours(whole.Parts, Language).Series([.. groups.Select((group, place) =>
                        sums[place].Parts.Select(part => (part.Reason, part.Minutes / 1440.0 / group.Waits.Count)))]),
                },
                new DataTable(
                    title,
                    [
                        new Column(Language.In("reason", "lý do")), .. groups.Select(group => Column.Number(group.Name)),
                        Column.Number(Language.In("share", "tỷ lệ")),
                    ],
                    [
                        [Language.In("how many", "số lượng"), .. groups.Select(group => Language.Count(group.Waits.Count)), ""],
                        .. whole.Parts.Select(part => (IReadOnlyList<string>)
                        [
                            Language.Wait(part.Reason),
                            .. groups.Select((group, place) => Mean(sums[place][part.Reason], group.Waits.Count)),
                            Language.Percent((double)part.Minutes / whole.Elapsed),
                        ]),
                        [
                            Language.In("elapsed", "tổng"), .. groups.Select((group, place) => Mean(sums[place].Elapsed,
                                group.Waits.Count)),
                            Language.Percent(1),
                        ],
                    ])),
        ];
    }

    private IEnumerable<IBlock> Longest()
    {
        var longest = subject.Waits.Bodies
            .SelectMany(wait => wait.Sum.Parts.Where(part => part.Reason != WaitReason.Work).Select(part => (wait, part)))
            .OrderByDescending(each => each.part.Minutes).ThenBy(each => each.wait.Body).Take(MostWaits).ToList();
        return longest.Count == 0 ? [] :
        [
            new DataTable(
                Language.In("The longest waits of single bodies", "Những lần chờ lâu nhất của từng cơ quan"),
                [
                    new Column(Language.In("body", "cơ quan")), new Column(Language.In("level", "cấp")),
                    new Column(Language.In("cause", "nguyên nhân")), Column.Number(Language.In("how long", "bao lâu")),
                    new Column(Language.In("and now", "hiện nay")),
                ],
                [
                    .. longest.Select(each => (IReadOnlyList<string>)
                    [
                        subject.Scene.NameOf(each.wait.Body), subject.LevelOf(each.wait.Body), Language.Wait(each.part.Reason),
                        Language.Length((int)each.part.Minutes),
                        each.wait.Open is null ? Language.In("complied", "hoàn thành") : Language.In("still open", "chưa xong"),
                    ]),
                ]),
        ];
    }
}
