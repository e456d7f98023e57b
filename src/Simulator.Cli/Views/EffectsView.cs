using Simulator.Analysis.Experiments;
using Simulator.Analysis.Outcomes;
using Simulator.Analysis.Statistics;
using Simulator.Cli.Sweeps;
using Simulator.Scenarios.Experiments;
using Spectre.Console;

namespace Simulator.Cli.Views;

/// <summary>What each value that was varied does to an outcome, under the table of its cells.</summary>
/// <param name="design">How the cells were chosen.</param>
/// <param name="runs">The cells, in their order.</param>
/// <param name="outcome">The outcome.</param>
internal sealed class EffectsView(SweepDesign design, IReadOnlyList<CellRuns> runs, Outcome outcome)
{
    internal void Print(IAnsiConsole console)
    {
        if (design.Cells.All(cell => cell.Settings.Count == 0))
        {
            return;
        }

        if (design.Design.Kind == DesignKind.Morris)
        {
            Morris(console);
        }
        else if (design.Design.Kind is DesignKind.Factorial or DesignKind.OneAtATime)
        {
            Factors(console);
        }
    }

    private void Factors(IAnsiConsole console)
    {
        var cells = design.Cells.Zip(runs, (cell, played) => (
            cell.Variant, (IReadOnlyDictionary<string, string>)cell.Settings.ToDictionary(), played)).ToList();
        var all = FactorEffect.Of(cells, outcome);
        var effects = all.Where(effect => effect.Effect is not { Value: 0, HalfWidth: 0 }).ToList();
        if (effects.Count == 0)
        {
            if (all.Count > 0)
            {
                console.Line("  no value makes any difference in any replication");
            }

            return;
        }

        var table = Terminal.Table(
            design.Design.Kind == DesignKind.OneAtATime ? "  what a value does, less the scenario as it stands"
                : "  what a value does, less the first of its path", ">", ">95% interval", "");
        foreach (var effect in effects)
        {
            table.Row(
                $"    {string.Join(" with ", effect.Values)}{Variant(effect.Variant)}", Figures.Signed(outcome, effect.Effect.Value),
                Figures.SignedInterval(outcome, effect.Effect),
                effect.IsInteraction ? "beyond adding up" : "");
        }

        console.Wide(table);
    }

    private void Morris(IAnsiConsole console)
    {
        var paths = design.Cells[0].Settings.Select(setting => setting.Key).ToList();
        foreach (var variant in design.Layout.Trajectories.GroupBy(way => way.Variant))
        {
            var ways = variant.ToList();
            var effects = MorrisEffect.Of(
                [.. ways.Select(way => way.Cells.Select(cell => design.Layout.Cells[cell].Coordinates).ToList())],
                [.. ways.Select(way => way.Cells.Select(cell => Means.Mean(runs[cell].Values(outcome.Name) ?? [])).ToList())]);
            if (effects.All(effect => effect.MeanOfAbsolutes == 0))
            {
                console.Line($"  screening{Variant(variant.Key)}: no value makes any difference at any point");
                continue;
            }

            var table = Terminal.Table(
                $"  screening{Variant(variant.Key)}, over each whole range", ">mean size (μ*)", ">mean (μ)", ">deviation (σ)", ">effects");
            foreach (var effect in effects.OrderByDescending(effect => effect.MeanOfAbsolutes).ThenBy(effect => effect.Factor))
            {
                table.Row(
                    $"    {paths[effect.Factor]}", Figures.Text(outcome, effect.MeanOfAbsolutes), Figures.Signed(outcome, effect.Mean),
                    Figures.Text(outcome, effect.Deviation), $"{effect.Count}");
            }

            console.Wide(table);
        }
    }

    private string Variant(string name) => design.Layout.Cells.Select(cell => cell.Variant).Distinct().Count() > 1 ? $" ({name})" : "";
}
