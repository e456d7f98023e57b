using Simulator.Analysis.Measures;
using Simulator.Cli.Runs;
using Simulator.Cli.Words;
using Simulator.Kernel.Time;
using Spectre.Console;

namespace Simulator.Cli.Views;

/// <summary>Directives that are written as one (<c>every</c>, <c>times</c>), added up: dozens of blocks would say less.</summary>
internal static class SeriesLines
{
    internal static void Print(
        IAnsiConsole console, RunReport report, IReadOnlyList<DirectiveMeasures> declared, Language language)
    {
        var first = declared.MinBy(each => each.Directive.Issued)!.Directive;
        console.Line($"{first.Source.Series}  {language.In(first.Source.Title)}".TrimEnd());
        var all = declared.Where(each => report.IsIssued(each.Directive)).ToList();
        if (all.Count == 0)
        {
            console.Line($"  {language.In("not issued in this run", "chưa ban hành trong lần chạy này")}");
            console.Line();
            return;
        }

        var last = all.Max(each => each.Directive.Issued);
        console.Line(
            $"  {language.In($"{all.Count} issued, from", $"{all.Count} văn bản, ban hành từ")} {report.Moment(first.Issued)} "
            + $"{language.In("to", "đến")} {report.Moment(last)}, "
            + language.In(
                $"{all.Count(each => each.CompletedAt >= 0)} of them completed in this run",
                $"{all.Count(each => each.CompletedAt >= 0)} văn bản đã hoàn thành trong lần chạy này"));
        var counted = all.Where(each => Counts(report, each)).ToList();
        if (counted.Count < all.Count)
        {
            console.Line($"  {LeftOut(all.Count - counted.Count, all.Count, language)}");
        }

        if (counted.Count > 0)
        {
            Sums(console, report, counted, language);
        }

        console.Line();
    }

    /// <summary>How many of a series do not count.</summary>
    internal static string LeftOut(int left, int of, Language language) => language.In(
        $"{left:N0} of {of:N0} left out by warm-up and cool-down",
        $"{left:N0} trên {of:N0} văn bản không tính, thuộc giai đoạn khởi động hoặc kết thúc");

    private static bool Counts(RunReport report, DirectiveMeasures each) =>
        report.Model.Source.Window.Counts(new Tick(each.Directive.Issued), new Tick(report.Until));

    private static void Sums(
        IAnsiConsole console, RunReport report, List<DirectiveMeasures> all, Language language)
    {
        var table = Terminal.Table(
            language.In("  level", "  cấp"), ">" + language.In("addressed", "phải nhận"),
            ">" + language.In("reached", "đã đến"), ">" + language.In("registered", "đã đăng ký"),
            ">" + language.In("complied", "hoàn thành"));
        var roots = all.Select(report.RootOf).ToList();
        foreach (var level in roots.SelectMany(root => report.Model.Directives[root].Reach.Select(body => (root, body)))
            .GroupBy(each => report.Model.FactsOf(each.body).Level).OrderBy(level => level.Key))
        {
            var progress = level.Select(each => report.Progress[each.root].GetValueOrDefault(each.body)).OfType<BodyProgress>().ToList();
            table.Row(
                $"  {report.Model.Source.Levels[level.Key]}", $"{level.Count():N0}",
                $"{progress.Count(body => body.ArrivedAt >= 0):N0}", $"{progress.Count(body => body.RegisteredAt >= 0):N0}",
                $"{progress.Count(body => body.CompliedAt >= 0):N0}");
        }

        console.Write(table);
        console.Line(
            $"  {language.In("followed up", "đôn đốc, kiểm tra")}: "
            + $"{language.In("reminders", "đôn đốc")} {all.Sum(each => each.RemindersSent):N0}, "
            + $"{language.In("inspections", "kiểm tra")} {all.Sum(each => each.Inspected):N0}, "
            + $"{language.In("resumed", "khởi động lại")} {all.Sum(each => each.Resumed):N0}");
        if (all[0].Directive.Source.Assignments.Any(assignment => assignment.Due is not null))
        {
            var states = roots.SelectMany(root => StateCounts.ByLevel(report.Model, root, report.Progress[root], report.Until))
                .Aggregate(default(StateCounts), (sum, level) => sum + level.Counts);
            console.Line($"  {ReportsView.InWords(states, language)}");
        }
    }
}
