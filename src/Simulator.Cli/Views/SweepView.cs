using System.Globalization;
using Simulator.Analysis.Experiments;
using Simulator.Analysis.Outcomes;
using Simulator.Analysis.Statistics;
using Simulator.Cli.Sweeps;
using Simulator.Scenarios.Experiments;
using Spectre.Console;

namespace Simulator.Cli.Views;

/// <summary>A finished sweep: each outcome in each cell, what failed, and how many runs would tell more.</summary>
/// <param name="path">The folder that it is kept in.</param>
/// <param name="cells">Its cells.</param>
/// <param name="plan">How far it was to go.</param>
/// <param name="design">How the cells were chosen.</param>
/// <param name="found">How many of its runs were there before.</param>
/// <param name="all">Every outcome, not the goals alone.</param>
internal sealed class SweepView(string path, IReadOnlyList<SweepRows> cells, SweepPlan plan, SweepDesign design, int found, bool all)
{
    private const double Usual = 0.05;
    private const int MostFailures = 10;
    private const int MostCells = 40;

    private readonly List<CellRuns> runs = [.. cells.Select(cell => cell.Runs())];
    private readonly CellNames names = new(cells);

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
        names.Print(console, shown[false].SelectMany(outcome => Printed(outcome).Select(each => each.Name)).ToHashSet());
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
        Needed(console);
        if (cells.Any(cell => WarmUpSearch.Fits(cell.Cell) && cell.Cell.Played.Order.Model.Source.Window == default))
        {
            console.Line($"Which of the first and the last of a series should not count: {WarmUpSearch.Option} in place of --out.");
        }

        console.Line($"Kept in {path}: {SweepFolder.RunsName} (a row per run), {SweepFolder.CellsName} (a row per cell and outcome)");
    }

    private List<CellRuns> Asked(Outcome outcome) => [.. runs.Where(each => each.Outcomes.Contains(outcome))];

    /// <summary>The cells in an outcome's table: of a screening the effects are wanted, not the points that they were found at.</summary>
    private List<CellRuns> Printed(Outcome outcome)
    {
        var asked = Asked(outcome);
        return design.Design.Kind == DesignKind.Morris ? [] : asked.Count <= MostCells ? asked : asked[..(MostCells / 2)];
    }

    private bool IsConstant(Outcome outcome) =>
        runs.SelectMany(each => each.Values(outcome.Name) ?? []).Distinct().Count() == 1;

    private void Print(IAnsiConsole console, Outcome outcome)
    {
        console.Line(outcome.Name);
        var table = Terminal.Table(
            "  cell", ">answered", ">mean", ">95% interval", ">5%", ">median", ">95%");
        var (asked, printed) = (Asked(outcome).Count, Printed(outcome));
        foreach (var summary in printed.Select(each => CellSummary.Of(each, outcome)))
        {
            var isProportion = outcome.Unit == OutcomeUnit.YesOrNo; // of which quantiles say nothing
            table.Row(
                $"  {names.Of(summary.Cell)}", $"{summary.Mean.Count} / {summary.Replications}", Figures.Text(outcome, summary.Mean.Value),
                Figures.Interval(outcome, summary.Mean), isProportion ? "" : Figures.Text(outcome, summary.Quantile(0.05)),
                isProportion ? "" : Figures.Text(outcome, summary.Quantile(0.5)),
                isProportion ? "" : Figures.Text(outcome, summary.Quantile(0.95)));
        }

        if (printed.Count > 0)
        {
            console.Wide(table);
        }

        if (printed.Count < asked)
        {
            var more = printed.Count > 0 ? $"and {asked - printed.Count} more" : $"{asked}";
            console.Line($"  {more} cells in {SweepFolder.CellsName}");
        }

        new EffectsView(design, runs, outcome).Print(console);
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

    /// <summary>The tool's own answer to how many runs it takes, of what is watched, or of the goals.</summary>
    private void Needed(IAnsiConsole console)
    {
        var wanted = plan.Precision ?? Usual;
        var (most, unknown) = (0, new SortedSet<string>(StringComparer.Ordinal));
        foreach (var (cell, rows) in cells.Zip(runs).Where(each => each.First.Ending != SweepPlayer.Precise))
        {
            foreach (var outcome in plan.WatchedOutcomes(rows.Outcomes))
            {
                var needed = plan.IsAnswered(rows, outcome)
                    ? CellSummary.Of(rows, outcome).RunsFor(SweepPlan.Within(outcome, wanted))
                    : null;
                _ = needed is null && unknown.Add(outcome.Name);
                most = Math.Max(most, needed ?? 0);
            }
        }

        var within = $"within {Percent(wanted)} of its mean, or {wanted * 100:0.#} points for a share";
        var enough = cells.All(cell => cell.Ending == SweepPlayer.Precise || cell.Count >= most);
        if (most == RunsNeeded.Countless)
        {
            console.Line($"No number of replications would bring everything {within}.");
        }
        else if (most > 0 || cells.All(cell => cell.Ending == SweepPlayer.Precise))
        {
            console.Line(enough
                ? $"Everything asked is {within}."
                : $"Some {most:N0} replications of each cell would bring everything asked {within}: the same command with "
                    + (plan.Precision is null ? $"--replications {most}." : $"--at-most {most}."));
        }

        foreach (var name in unknown)
        {
            console.Line($"  of '{name}' too few runs have an answer to say that");
        }
    }

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.#} %");

    private static string Count(int count, string what) => $"{count:N0} {what}{(count == 1 ? "" : "s")}";
}
