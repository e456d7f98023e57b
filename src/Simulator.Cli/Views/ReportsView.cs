using Simulator.Analysis.Measures;
using Simulator.Cli.Words;
using Spectre.Console;

namespace Simulator.Cli.Views;

/// <summary>What is true and what is reported, and the four states of assignments, level by level.</summary>
internal sealed class ReportsView(Scene scene) : IView
{
    private readonly IReadOnlyList<IReadOnlyList<SentReport>> reports = ReportReader.Read(scene.Trace, scene.At);

    public void Print(IAnsiConsole console)
    {
        foreach (var root in scene.Roots)
        {
            console.Line(scene.TitleOf(root));
            console.Line($"{scene.Language.In("at", "lúc")} {scene.Moment(scene.At)}");
            console.Line();
            console.Write(Table(ReportsOf(root), scene.Language));
            console.Line();
            console.Write(Table(StatesOf(root), scene.Language));
            console.Line();
        }
    }

    public object Json() => scene.Roots.Select(root => new
    {
        Directive = scene.Model.Directives[root].Source.Id,
        At = scene.Iso(scene.At),
        ReportedByLevel = Json(ReportsOf(root)),
        States = Json(StatesOf(root)),
    });

    /// <summary>The reports of each level as JSON.</summary>
    internal static IEnumerable<object> Json(IReadOnlyList<LevelReports> levels) => levels;

    /// <summary>The four states of each level as JSON.</summary>
    internal static IEnumerable<object> Json(IReadOnlyList<(string Level, StateCounts Counts)> levels) =>
        levels.Select(each => new
        {
            each.Level,
            each.Counts.DoneOnTime,
            each.Counts.DoneLate,
            each.Counts.InTerm,
            each.Counts.Overdue,
        });

    /// <summary>The reports of each level, in a table.</summary>
    internal static Table Table(IReadOnlyList<LevelReports> levels, Language language)
    {
        var table = Terminal.Table(
            language.In("  reports of", "  báo cáo của"), ">" + language.In("reports", "số báo cáo"),
            ">" + language.In("counted", "số đơn vị"), ">" + language.In("truly complied", "thực tế"),
            ">" + language.In("as known", "được biết"), ">" + language.In("as reported", "báo cáo"),
            levels.Any(level => level.PeriodicDue > 0) ? ">" + language.In("in time", "đúng giờ") : "");
        foreach (var level in levels)
        {
            table.Row(
                $"  {level.Level}", $"{level.Reports:N0}", $"{level.Counted:N0}", $"{level.Complied:N0}",
                $"{level.Known:N0}", $"{level.Claimed:N0}",
                level.PeriodicDue == 0 ? "" : $"{level.Punctual:N0} / {level.PeriodicDue:N0}");
        }

        return table;
    }

    /// <summary>The four states in one line.</summary>
    internal static string InWords(StateCounts states, Language language) => language.In(
        $"assignments: {states.DoneOnTime:N0} done on time, {states.DoneLate:N0} done late, "
            + $"{states.InTerm:N0} pending in term, {states.Overdue:N0} overdue",
        $"nhiệm vụ: {states.DoneOnTime:N0} hoàn thành đúng hạn, {states.DoneLate:N0} hoàn thành quá hạn, "
            + $"{states.InTerm:N0} chưa hoàn thành trong hạn, {states.Overdue:N0} chưa hoàn thành quá hạn");

    private static Table Table(IReadOnlyList<(string Level, StateCounts Counts)> levels, Language language)
    {
        var table = Terminal.Table(
            language.In("  assignments of", "  nhiệm vụ của"), ">" + language.In("done on time", "xong đúng hạn"),
            ">" + language.In("done late", "xong quá hạn"), ">" + language.In("in term", "còn trong hạn"),
            ">" + language.In("overdue", "đã quá hạn"));
        foreach (var (level, counts) in levels)
        {
            table.Row(
                $"  {level}", $"{counts.DoneOnTime:N0}", $"{counts.DoneLate:N0}", $"{counts.InTerm:N0}",
                $"{counts.Overdue:N0}");
        }

        return table;
    }

    private IReadOnlyList<LevelReports> ReportsOf(int root) =>
        LevelReports.Of(scene.Model, root, reports[root], scene.Progress[root], scene.At);

    private IReadOnlyList<(string Level, StateCounts Counts)> StatesOf(int root) =>
        StateCounts.ByLevel(scene.Model, root, scene.Progress[root], scene.At);
}
