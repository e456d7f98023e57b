using System.Globalization;
using Simulator.Analysis.Experiments;
using Simulator.Analysis.Outcomes;
using Simulator.Analysis.Statistics;
using Simulator.Cli.Sweeps;
using Spectre.Console;

namespace Simulator.Cli.Views;

/// <summary>A finished sweep: each outcome in each cell, what failed, and how many runs would tell more.</summary>
/// <param name="path">The folder that it is kept in.</param>
/// <param name="cells">Its cells.</param>
/// <param name="plan">How far it was to go.</param>
/// <param name="found">How many of its runs were there before.</param>
/// <param name="all">Every outcome, not the goals alone.</param>
internal sealed class SweepView(string path, IReadOnlyList<SweepRows> cells, SweepPlan plan, int found, bool all)
{
    private const double Usual = 0.05;
    private const int MostFailures = 10;

    private readonly List<CellRuns> runs = [.. cells.Select(cell => cell.Runs())];

    internal void Print(IAnsiConsole console)
    {
        var order = cells[0].Cell.Played.Order;
        var played = cells.Sum(cell => cell.Count);
        console.Line(
            $"{order.Model.Source.Scenario} · {Count(cells.Count, "cell")} · {Count(played, "run")}"
            + (found > 0 ? $", {found:N0} of them there before" : "") + $" · seed {order.Options.Seed}");
        console.Line();
        var outcomes = runs.SelectMany(each => each.Outcomes).DistinctBy(outcome => outcome.Name).ToList();
        var shown = outcomes.Where(outcome => all || outcome.IsGoal || !outcomes.Any(other => other.IsGoal)).ToLookup(IsConstant);
        foreach (var outcome in shown[false])
        {
            Print(console, outcome);
        }

        if (shown[true].Any())
        {
            console.Line(cells.Count == 1 ? "The same in every run" : "The same in every run of every cell");
            foreach (var outcome in shown[true])
            {
                var value = runs.SelectMany(each => each.Values(outcome.Name) ?? []).First();
                console.Line($"  {outcome.Name}  {Figures.Text(outcome, value)}");
            }

            console.Line();
        }

        Failures(console);
        Needed(console, outcomes);
        if (cells.Any(cell => WarmUpSearch.Fits(cell.Cell) && cell.Cell.Played.Order.Model.Source.Window == default))
        {
            console.Line($"Which of the first and the last of a series should not count: {WarmUpSearch.Option} in place of --out.");
        }

        console.Line($"Kept in {path}: {SweepFolder.RunsName} (a row per run), {SweepFolder.CellsName} (a row per cell and outcome)");
    }

    private bool IsConstant(Outcome outcome) =>
        runs.SelectMany(each => each.Values(outcome.Name) ?? []).Distinct().Count() == 1;

    private void Print(IAnsiConsole console, Outcome outcome)
    {
        console.Line(outcome.Name);
        var table = Terminal.Table(
            "  cell", ">answered", ">mean", ">95% interval", ">5%", ">median", ">95%");
        foreach (var summary in runs.Where(each => each.Outcomes.Contains(outcome)).Select(each => CellSummary.Of(each, outcome)))
        {
            var isProportion = outcome.Unit == OutcomeUnit.YesOrNo; // of which quantiles say nothing
            table.Row(
                $"  {summary.Cell}", $"{summary.Mean.Count} / {summary.Replications}", Figures.Text(outcome, summary.Mean.Value),
                Figures.Interval(outcome, summary.Mean), isProportion ? "" : Figures.Text(outcome, summary.Low.Value),
                isProportion ? "" : Figures.Text(outcome, summary.Median.Value),
                isProportion ? "" : Figures.Text(outcome, summary.High.Value));
        }

        console.Write(table);
        console.Line();
    }

    private void Failures(IAnsiConsole console)
    {
        var failures = cells.SelectMany(cell => cell.Ended.Where(each => each.Failure is not null).Select(each => (cell, each))).ToList();
        if (failures.Count == 0)
        {
            return;
        }

        console.Line($"{Count(failures.Count, "run")} failed; the others are not touched by it");
        foreach (var (cell, failed) in failures.Take(MostFailures))
        {
            console.Line(
                $"  {cell.Cell.Name}, replication {failed.Number} of seed {cell.Cell.Played.Order.Options.Seed}: {failed.Failure}");
        }

        if (failures.Count > MostFailures)
        {
            console.Line($"  and {failures.Count - MostFailures} more, in {SweepFolder.RunsName}");
        }

        console.Line();
    }

    /// <summary>The tool's own answer to how many runs it takes.</summary>
    private void Needed(IAnsiConsole console, List<Outcome> outcomes)
    {
        var wanted = plan.Precision ?? Usual;
        var most = 0;
        foreach (var (cell, rows) in cells.Zip(runs))
        {
            foreach (var outcome in outcomes.Where(each => each.IsGoal && rows.Outcomes.Contains(each)))
            {
                most = Math.Max(most, CellSummary.Of(rows, outcome).RunsFor(SweepPlan.Within(outcome, wanted)) ?? 0);
            }
        }

        var unfinished = cells.Count(cell => cell.Ending == SweepPlayer.MostAllowed);
        if (plan.Precision is not null)
        {
            console.Line(unfinished == 0
                ? $"Every cell is within {Percent(wanted)}."
                : $"{Count(unfinished, "cell")} of {cells.Count} would need more than {plan.AtMost:N0} replications to be within "
                    + Percent(wanted)
                    + (most == RunsNeeded.Countless ? "." : $", some {most:N0} as it looks now."));
        }
        else if (most > 0)
        {
            var enough = cells.All(cell => cell.Count >= most);
            console.Line(most == RunsNeeded.Countless ? $"No number of replications would bring every goal within {Percent(wanted)}."
                : enough ? $"Every goal is within {Percent(wanted)} of its mean, or {wanted * 100:0.#} points for a share."
                : $"Some {most:N0} replications of each cell would bring every goal within {Percent(wanted)} of its mean, or "
                    + $"{wanted * 100:0.#} points for a share: the same command with --replications {most}.");
        }
    }

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.#} %");

    private static string Count(int count, string what) => $"{count:N0} {what}{(count == 1 ? "" : "s")}";
}
