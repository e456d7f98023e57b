using System.CommandLine;
using Simulator.Cli.Commands;
using Simulator.Scenarios.Experiments;

namespace Simulator.Cli.Sweeps;

/// <summary>One cell of a sweep: what is played, and what was varied to come to it.</summary>
/// <param name="Name">A name that no other cell has, and that stays when cells are added.</param>
/// <param name="Variant">The variant.</param>
/// <param name="Settings">What is set in it, by path.</param>
/// <param name="Played">The cell, read and ready.</param>
internal sealed record SweepCell(
    string Name, string Variant, IReadOnlyList<KeyValuePair<string, string>> Settings, CellOrder Played)
{
    /// <summary>Reads the cells of a design.</summary>
    /// <param name="settings">The options that every cell has.</param>
    /// <param name="parsed">The command line.</param>
    /// <param name="cells">The cells.</param>
    /// <param name="measures">What is asked for beside the goals.</param>
    /// <param name="variedBy">Where it is said what is varied, for problems.</param>
    /// <exception cref="UsageException">One has errors, which have been told.</exception>
    internal static IReadOnlyList<SweepCell> Load(
        ExperimentSettings settings, ParseResult parsed, IReadOnlyList<Cell> cells, IReadOnlyList<string> measures,
        string variedBy)
    {
        var orders = CellOrder.Load(
            parsed.GetValue(settings.Scenario)!,
            cells.Select(cell => (
                cell.Name, settings.LoadOptionsOf(parsed, cell.Variant, cell.Sets, measures) with { VariedBy = variedBy })),
            settings.SeedOf(parsed), settings.ThreadsOf(parsed));
        return
        [
            .. cells.Zip(orders, (cell, order) => new SweepCell(
                cell.Name, cell.Variant, [.. cell.Settings.Select(each => KeyValuePair.Create(each.Path, each.Value))], order)),
        ];
    }
}
