using System.Globalization;
using Simulator.Analysis.Measures;
using Simulator.Analysis.Measures.Coverage;
using Simulator.Cli.Words;

namespace Simulator.Cli.Views;

/// <summary>Coverage, content and states over time, in lines of text.</summary>
/// <param name="language">In which language.</param>
/// <param name="groups">By what bodies are put together, in that language.</param>
internal sealed class CurveLines(Language language, string groups)
{
    internal IEnumerable<string> Coverage(
        CoverageCurve all, IReadOnlyList<KnownStep> known, IReadOnlyList<CoverageCurve> each, TimeScale scale)
    {
        double[] Share(CoverageCurve curve, Func<CoverageStep, int> count) =>
            scale.Resample(tick => (double)count(curve.At(tick)) / curve.Addressed);
        var (reached, registered) = (Share(all, step => step.Reached), Share(all, step => step.Registered));
        var complied = Share(all, step => step.Complied);
        var told = scale.Resample(tick => (double)known.LastOrDefault(step => step.At <= tick).Complied / all.Addressed);
        yield return language.In($"  all {all.Addressed:N0} addressed bodies", $"  tất cả {all.Addressed:N0} cơ quan phải nhận");
        foreach (var line in CurveChart.Lines([('█', complied), ('▒', registered), ('░', reached)], 'o', told)
            .Concat(CurveChart.Axis(scale)))
        {
            yield return line;
        }

        var (end, last) = (all.Steps[^1], known[^1]);
        yield return "        " + language.In(
            $"░ reached {end.Reached:N0}   ▒ registered {end.Registered:N0}   █ complied {end.Complied:N0}   "
                + $"o complied as the issuer knows it {last.Complied:N0}",
            $"░ đã đến {end.Reached:N0}   ▒ đã đăng ký {end.Registered:N0}   █ hoàn thành {end.Complied:N0}   "
                + $"o hoàn thành theo báo cáo về nơi ban hành {last.Complied:N0}");
        yield return "";
        yield return $"  {language.In("by", "theo")} {groups}" + language.In(": a full block is all of them", ": khối đầy là tất cả");
        foreach (var curve in each)
        {
            yield return $"  {curve.Name} ({curve.Addressed:N0})";
            foreach (var (name, count) in States())
            {
                yield return Strip(name, Share(curve, count), count(curve.Steps[^1]), curve.Addressed);
            }
        }

        foreach (var line in CurveChart.Axis(scale).Skip(1))
        {
            yield return Shifted(line);
        }
    }

    /// <summary>The mean share of the original that has come to the bodies.</summary>
    internal IEnumerable<string> Content(CoverageCurve all, IReadOnlyList<CoverageCurve> each, TimeScale scale)
    {
        yield return language.In(
            $"  mean share of the content that has come to {all.Addressed:N0} addressed bodies",
            $"  tỷ lệ nội dung trung bình đã đến {all.Addressed:N0} cơ quan phải nhận");
        foreach (var line in CurveChart.Lines([('█', scale.Resample(tick => ContentOf(all.At(tick), all)))], ' ', [])
            .Concat(CurveChart.Axis(scale)))
        {
            yield return line;
        }

        yield return "";
        foreach (var curve in each)
        {
            var shares = scale.Resample(tick => ContentOf(curve.At(tick), curve));
            yield return $"  {Cut(curve.Name),-17} {CurveChart.Strip(shares),-84} {ContentOf(curve.Steps[^1], curve) * 100:0.0} %";
        }

        foreach (var line in CurveChart.Axis(scale).Skip(1))
        {
            yield return Shifted(line);
        }
    }

    /// <summary>The four states: one upon the other they are all assignments.</summary>
    internal IEnumerable<string> States(
        IReadOnlyList<AssignmentStatesOverTime> all, IReadOnlyList<AssignmentStatesOverTime> each, TimeScale scale)
    {
        StateCounts Sum(int tick) => all.Aggregate(default(StateCounts), (sum, curve) => sum + curve.At(tick));
        var end = Sum(int.MaxValue);
        double[] Upto(Func<StateCounts, int> count) => scale.Resample(tick => Sum(tick) is var sum && sum.All > 0
            ? (double)count(sum) / sum.All : 0);
        yield return language.In($"  all {end.All:N0} assignments", $"  tất cả {end.All:N0} nhiệm vụ");
        (char, double[])[] areas =
        [
            ('█', Upto(sum => sum.DoneOnTime)), ('▓', Upto(sum => sum.DoneOnTime + sum.DoneLate)),
            ('x', Upto(sum => sum.DoneOnTime + sum.DoneLate + sum.Overdue)), ('░', Upto(sum => sum.All)),
        ];
        foreach (var line in CurveChart.Lines(areas, ' ', []).Concat(CurveChart.Axis(scale)))
        {
            yield return line;
        }

        yield return "        " + language.In(
            $"█ done on time {end.DoneOnTime:N0}   ▓ done late {end.DoneLate:N0}   x overdue {end.Overdue:N0}   "
                + $"░ pending in term {end.InTerm:N0}",
            $"█ hoàn thành đúng hạn {end.DoneOnTime:N0}   ▓ hoàn thành quá hạn {end.DoneLate:N0}   x đã quá hạn {end.Overdue:N0}   "
                + $"░ còn trong hạn {end.InTerm:N0}");
        yield return "";
        yield return $"  {language.In("by", "theo")} {groups}" + language.In(": a full block is all of them", ": khối đầy là tất cả");
        foreach (var curve in each)
        {
            var count = curve.Steps[^1].Counts.All;
            yield return $"  {curve.Name} ({count:N0})";
            foreach (var (name, number) in StatesOf())
            {
                var shares = scale.Resample(tick => curve.At(tick) is var at && at.All > 0 ? (double)number(at) / at.All : 0);
                yield return Strip(name, shares, number(curve.Steps[^1].Counts), count);
            }
        }

        foreach (var line in CurveChart.Axis(scale).Skip(1))
        {
            yield return Shifted(line);
        }
    }

    /// <summary>The mean share of the content at a step, 0 to 1.</summary>
    internal static double ContentOf(CoverageStep step, CoverageCurve curve) =>
        (double)step.Content / BodyProgress.Whole / curve.Addressed;

    private IEnumerable<(string Name, Func<CoverageStep, int> Count)> States() =>
    [
        (language.In("reached", "đã đến"), step => step.Reached),
        (language.In("registered", "đã đăng ký"), step => step.Registered),
        (language.In("complied", "hoàn thành"), step => step.Complied),
        (language.In("reported", "đã báo cáo"), step => step.Reported),
    ];

    private IEnumerable<(string Name, Func<StateCounts, int> Count)> StatesOf() =>
    [
        (language.In("done on time", "xong đúng hạn"), counts => counts.DoneOnTime),
        (language.In("done late", "xong quá hạn"), counts => counts.DoneLate),
        (language.In("in term", "còn trong hạn"), counts => counts.InTerm),
        (language.In("overdue", "đã quá hạn"), counts => counts.Overdue),
    ];

    private static string Strip(string name, double[] shares, int number, int of) =>
        $"    {name,-15} {CurveChart.Strip(shares),-84} {number:N0}" + (of > 0 ? $" ({Percent(number, of)} %)" : "");

    /// <summary>Rounded down: 100 % are all of them.</summary>
    private static string Percent(int number, int of) =>
        (number * 1000L / of / 10.0).ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>Strips begin further to the right than the chart.</summary>
    private static string Shifted(string line) => $"{"",20}{line[Math.Min(CurveChart.Margin, line.Length)..]}";

    private static string Cut(string name) => name.Length <= 17 ? name : name[..16] + "…";
}
