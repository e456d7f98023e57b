using Simulator.Analysis.Measures.Delays;
using Simulator.Cli.Words;
using Simulator.Kernel.Time;
using Spectre.Console;

namespace Simulator.Cli.Views;

/// <summary>How long bodies took to be reached, to register, relay, comply and report; quantiles and a histogram.</summary>
/// <param name="scene">The run.</param>
/// <param name="by">How bodies are put together.</param>
/// <param name="measure">The time that is looked at closer; <c>null</c>: to comply, or the last that any body has come to.</param>
/// <param name="under">Index of the body in whose subtree is looked; <c>null</c>: everywhere.</param>
internal sealed class DelaysView(Scene scene, Grouping by, TimeTo? measure, int? under) : IView
{
    private const int MostGroups = 12;

    private static readonly int[] _shares = [0, 1000, 5000, 9000, 9500, 9900, 10_000];

    private readonly DelayReader reader = new(scene.Trace, scene.Progress);
    private readonly DelayWords words = new(scene.Language);

    private Language Language => scene.Language;

    public void Print(IAnsiConsole console)
    {
        foreach (var (roots, leftOut) in Asked())
        {
            console.Line(roots.Count == 1 ? scene.TitleOf(roots[0]) : Together(roots, leftOut));
            console.Line(Seen(roots));
            console.Line();
            Print(console, roots);
        }
    }

    public object Json() => Asked().Select(asked =>
    {
        var (roots, leftOut) = asked;
        var all = reader.All(roots, under);
        return new
        {
            Directive = roots.Count == 1
                ? scene.Model.Directives[roots[0]].Source.Id : scene.Model.Directives[roots[0]].Source.Series,
            Directives = roots.Count,
            LeftOut = leftOut,
            IssuedAt = scene.Iso(scene.Model.Directives[roots[0]].Issued),
            Until = scene.Iso(scene.At),
            By = by.ToString().ToLowerInvariant(),
            Under = under is { } head ? scene.IdOf(head) : null,
            All = DelaysJson.Of(all),
            Groups = reader.By(roots, by, under).Select(DelaysJson.Of),
            Histogram = DelaysJson.Of(all.Times[(int)Closer(all)]),
        };
    });

    /// <summary>Directives that are written as one together, less those that warm-up and cool-down leave out.</summary>
    private IEnumerable<(IReadOnlyList<int> Roots, int LeftOut)> Asked()
    {
        foreach (var series in scene.Roots.GroupBy(
            root => scene.Model.Directives[root].Source.Series ?? scene.Model.Directives[root].Source.Id))
        {
            var issued = series.OrderBy(root => scene.Model.Directives[root].Issued).ToList();
            var counted = issued.Count == 1 ? issued
                : issued.Where(root => scene.Model.Source.Window.Counts(
                    new Tick(scene.Model.Directives[root].Issued), new Tick(scene.At))).ToList();
            yield return (counted.Count == 0 ? issued : counted, counted.Count == 0 ? 0 : issued.Count - counted.Count);
        }
    }

    private void Print(IAnsiConsole console, IReadOnlyList<int> roots)
    {
        var all = reader.All(roots, under);
        if (all.Bodies == 0)
        {
            console.Line(Language.In("  Nobody is addressed there.", "  Không có cơ quan nào phải nhận."));
            console.Line();
            return;
        }

        var closer = Closer(all);
        var groups = reader.By(roots, by, under);
        var shown = groups.Count <= MostGroups ? groups
            : [.. groups.OrderByDescending(group => group.Times[(int)closer].Elapsed.Quantile(9000) ?? double.MaxValue)
                .ThenByDescending(group => group.Times[(int)closer].Elapsed.NotHappened).Take(MostGroups)];
        console.Write(Overview(shown));
        if (shown.Count < groups.Count)
        {
            console.Line(Language.In(
                $"  {shown.Count} of {groups.Count}, those with the longest time to {words.To(closer)}; --format json has all",
                $"  {shown.Count} trên {groups.Count}, lâu nhất đến khi {words.To(closer)}; --format json có đủ"));
        }

        console.Line();
        console.Write(Close(shown, closer));
        Notes(console, all, closer);
        console.Line();
        foreach (var line in new HistogramLines(Language).Of(all, shown, closer, shown.Count == groups.Count))
        {
            console.Line(line);
        }

        console.Line();
    }

    private Table Overview(IReadOnlyList<DelayGroup> groups)
    {
        var table = Terminal.Table(
            $"  {words.By(by)}", ">" + Language.In("bodies", "cơ quan"), Language.In("time to", "đến khi"),
            ">" + Language.In("not yet", "chưa"), ">10%", ">" + Language.In("median", "trung vị"), ">90%",
            ">" + Language.In("last", "cuối cùng"), ">" + Language.In("in hours: median", "trong giờ: trung vị"), ">90%",
            ">" + Language.In("last", "cuối cùng"));
        foreach (var group in groups)
        {
            var name = $"  {NameOf(group)}";
            foreach (var times in group.Times.Where(each => each.Elapsed.Bodies > 0))
            {
                var (elapsed, hours) = (times.Elapsed, times.InHours);
                table.Row(
                    name, $"{elapsed.Bodies:N0}", words.To(times.To), elapsed.NotHappened == 0 ? "" : $"{elapsed.NotHappened:N0}",
                    DelayWords.Short(elapsed.Quantile(1000)), DelayWords.Short(elapsed.Quantile(5000)),
                    DelayWords.Short(elapsed.Quantile(9000)), DelayWords.Short(elapsed.Quantile(10_000)),
                    DelayWords.Working(hours.Quantile(5000)), DelayWords.Working(hours.Quantile(9000)),
                    DelayWords.Working(hours.Quantile(10_000)));
                name = "";
            }
        }

        return table;
    }

    private Table Close(IReadOnlyList<DelayGroup> groups, TimeTo closer)
    {
        var table = Terminal.Table(
            "  " + Language.In($"time to {words.To(closer)}", $"thời gian đến khi {words.To(closer)}"), "",
            ">" + Language.In("shortest", "ngắn nhất"), ">10%", ">" + Language.In("median", "trung vị"), ">90%", ">95%", ">99%",
            ">" + Language.In("last", "cuối cùng"), ">" + Language.In("mean", "trung bình"));
        foreach (var group in groups.Where(group => group.Times[(int)closer].Elapsed.Bodies > 0))
        {
            var times = group.Times[(int)closer];
            Row(NameOf(group), Language.In("from the issue", "từ khi ban hành"), times.Elapsed, DelayWords.Short);
            Row("", Language.In("… in hours", "… trong giờ"), times.InHours, DelayWords.Working);
            Row("", Language.In("own part", "phần tại cơ quan"), times.OwnElapsed, DelayWords.Short);
            Row("", Language.In("… in hours", "… trong giờ"), times.OwnInHours, DelayWords.Working);
        }

        return table;

        void Row(string name, string which, DelaySample sample, Func<double?, string> text) => table.Row(
            [
                $"  {name}", which,
                .. _shares.Select(share => text(sample.Quantile(share))),
                text(sample.Mean),
            ]);
    }

    private void Notes(IAnsiConsole console, DelayGroup all, TimeTo closer)
    {
        console.Line();
        if (all.Times.Any(each => each.Elapsed.NotHappened > 0))
        {
            console.Line(Language.In(
                "  -: not in this run. Bodies that did not get there count as later than all others, also in quantiles; the mean is "
                    + "of those that did.",
                "  -: chưa có trong lần chạy này. Cơ quan chưa xong được tính là muộn hơn mọi cơ quan khác; trung bình chỉ tính cơ "
                    + "quan đã xong."));
        }

        console.Line(Language.In(
            "  In hours: minutes in which the body's office is at work for such a paper (wm, wh). Own part: ",
            "  Trong giờ: số phút cơ quan làm việc với loại văn bản này (wm, wh). Phần tại cơ quan: ") + OwnPart(closer));
    }

    private string OwnPart(TimeTo closer) => closer switch
    {
        TimeTo.Reach => Language.In("from when it was sent.", "từ khi gửi đi."),
        TimeTo.Register => Language.In("from its arrival.", "từ khi văn bản đến."),
        TimeTo.Report => Language.In("from when nothing more was waited for.", "từ khi không còn phải chờ gì."),
        _ => Language.In("from its registration.", "từ khi đăng ký."),
    };

    /// <summary>The time to look at: as told, or to comply, or the last before it that any body has come to.</summary>
    private TimeTo Closer(DelayGroup all) => measure ?? new[] { TimeTo.Comply, TimeTo.Relay, TimeTo.Register, TimeTo.Reach }
        .FirstOrDefault(to => all.Times[(int)to].Elapsed.Happened > 0, TimeTo.Comply);

    private string NameOf(DelayGroup group) => by == Grouping.Place
        ? scene.Model.Bodies.First(body => body.Id == group.Name).Name is { Length: > 0 and < 40 } name ? name : group.Name
        : group.Name;

    private string Together(IReadOnlyList<int> roots, int leftOut)
    {
        var source = scene.Model.Directives[roots[0]].Source;
        return $"{source.Series}  {Language.In(source.Title)}  "
            + Language.In($"({roots.Count} together)", $"({roots.Count} văn bản)")
            + (leftOut > 0 ? $", {SeriesLines.LeftOut(leftOut, roots.Count + leftOut, Language)}" : "");
    }

    private string Seen(IReadOnlyList<int> roots) =>
        $"{Language.In("issued", "ban hành")} {scene.Moment(scene.Model.Directives[roots[0]].Issued)}"
        + (roots.Count > 1 ? $" {Language.In("to", "đến")} {scene.Moment(scene.Model.Directives[roots[^1]].Issued)}" : "")
        + $", {Language.In("seen until", "xét đến")} {scene.Moment(scene.At)}"
        + (under is { } head ? $", {Language.In("from", "từ")} {scene.NameOf(head)} {Language.In("down", "trở xuống")}" : "");
}
