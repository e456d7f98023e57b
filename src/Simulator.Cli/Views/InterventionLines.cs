using Simulator.Analysis.Traces;
using Simulator.Cli.Runs;
using Simulator.Cli.Words;
using Simulator.Kernel.Interventions;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Time;
using Spectre.Console;

namespace Simulator.Cli.Views;

/// <summary>What the director did in a run.</summary>
internal static class InterventionLines
{
    /// <summary>Prints a line for each time that an intervention began or ended, and for each that did not begin.</summary>
    internal static void Print(IAnsiConsole console, RunReport report, Language language)
    {
        if (report.Model.Interventions.Count == 0)
        {
            return;
        }

        console.Line(language.In("interventions", "can thiệp"));
        foreach (var (line, reform) in Of(report.Trace, language))
        {
            console.Line($"  {line}");
            if (reform is not null)
            {
                console.Line($"    {reform}");
            }
        }

        console.Line();
    }

    /// <summary>The same lines, each with what a restructuring came to.</summary>
    internal static IEnumerable<(string Line, string? Reform)> Of(RunTrace trace, Language language)
    {
        string Moment(int tick) => trace.Model.Source.Axis.ToCivil(new Tick(tick)).ToString().Replace('T', ' ');
        var doings = DirectorReader.Read(trace);
        foreach (var doing in doings)
        {
            var title = language.In(doing.Intervention.Source.Title);
            var name = title.Length > 0 ? $"{doing.Intervention.Source.Id} ({title})" : doing.Intervention.Source.Id;
            yield return (
                $"{Moment(doing.At)}  {name} {What(Moment, doing, language)}",
                doing.Reform is { } reform ? InWords(reform, language) : null);
        }

        foreach (var never in trace.Model.Interventions.Where(each => doings.All(doing => doing.Intervention.Hash != each.Hash)))
        {
            yield return (
                $"{language.In("never", "chưa lần nào")}             {never.Source.Id}"
                + (never.Source.When is { } when ? $": {when.Text}" : ""),
                null);
        }
    }

    private static string InWords(Reform reform, Language language) => language.In(
        $"Restructured: {reform.Dissolved:N0} dissolved, {reform.Lost:N0} people lost"
            + (reform.Crowded == 0 ? "" : $" ({reform.Crowded:N0} because their new posts were full)"),
        $"{reform.Dissolved:N0} cơ quan kết thúc hoạt động, {reform.Lost:N0} người không được bố trí"
            + (reform.Crowded == 0 ? "" : $" ({reform.Crowded:N0} vì nơi nhận không còn chỗ)"));

    private static string What(Func<int, string> moment, DirectorDoing doing, Language language) =>
        doing.Kind == EntryKind.InterventionEnded ? language.In("is over", "kết thúc")
        : doing.Intervention.Source.When is { } when
            ? $"{language.In("begins", "bắt đầu")}: {when.Text}, {Counted(doing, when)} "
                + $"{language.In("at", "lúc")} {moment(doing.Since)}"
        : language.In("begins", "bắt đầu");

    /// <summary>Papers are a number, and utilisation a share of people's minutes; all else is so many of so many.</summary>
    private static string Counted(DirectorDoing doing, Condition when) => when.Desk switch
    {
        null => $"{doing.InState:N0} / {doing.Among:N0}",
        { Papers: null } => $"{doing.InState / 100.0:0.##}%",
        _ => $"{doing.InState:N0}",
    };
}
