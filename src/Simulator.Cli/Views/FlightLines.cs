using Simulator.Analysis.Measures;
using Simulator.Cli.Runs;
using Simulator.Cli.Words;
using Spectre.Console;

namespace Simulator.Cli.Views;

/// <summary>What other papers did to a directive on its way, and how much of its time was used up above each level.</summary>
internal static class FlightLines
{
    internal static void Print(IAnsiConsole console, RunReport report, int root, Language language)
    {
        var used = TimeUsed.ByLevel(report.Model, root, report.Progress[root]);
        if (used.Count > 0)
        {
            console.Line(
                $"  {language.In("time to the due date used up above", "thời hạn đã dùng hết ở cấp trên")}: "
                + string.Join(", ", used.Select(each => $"{each.Level} {each.Share * 100:0}%")));
        }

        if (CountsOf(report, root) is { } counts)
        {
            console.Line(
                $"  {language.In("superseded", "bị thay thế")} {counts.Superseded:N0}, "
                + $"{language.In("recall accepted", "đồng ý thu hồi")} {counts.Recalled:N0}, "
                + $"{language.In("refused", "từ chối")} {counts.Refused:N0}, "
                + $"{language.In("worked on it after that was issued", "còn làm theo bản cũ")} {counts.Outdated:N0}, "
                + $"{language.In("came twice", "đến hai lần")} {counts.Duplicates:N0}");
        }
    }

    internal static object? TimeUsedJson(RunReport report, int root) =>
        report.IsIssued(report.Model.Directives[root])
        && TimeUsed.ByLevel(report.Model, root, report.Progress[root]) is { Count: > 0 } used
            ? used.ToDictionary(each => each.Level, each => Math.Round(each.Share, 6))
            : null;

    internal static object? Json(RunReport report, int root) => CountsOf(report, root);

    private static Counts? CountsOf(RunReport report, int root)
    {
        var directive = report.Model.Directives[root];
        if (directive.Flight is null)
        {
            return null;
        }

        var flights = directive.Reach.Select(body => report.Progress[root].GetValueOrDefault(body)?.Flight)
            .OfType<FlightProgress>().ToList();
        return new Counts(
            flights.Count(each => each.SupersededAt >= 0), flights.Count(each => each.RecalledAt >= 0),
            flights.Count(each => each.RefusedRecallAt >= 0), flights.Count(each => each.OutdatedAt >= 0),
            flights.Sum(each => each.Duplicates));
    }

    /// <summary>Addressed bodies: whose paper was superseded, recalled, and so on.</summary>
    internal sealed record Counts(int Superseded, int Recalled, int Refused, int Outdated, int Duplicates);
}
