using Simulator.Cli.Sweeps;
using Spectre.Console;

namespace Simulator.Cli.Views;

/// <summary>
/// What the cells of a sweep are called in its tables: by their names, or where one is long by numbers, of which a list says
/// once what is set in each.
/// </summary>
internal sealed class CellNames(IReadOnlyList<SweepRows> cells)
{
    private const int Longest = 60;

    private readonly Dictionary<string, int> numbers = cells
        .Select((rows, place) => (rows.Cell.Name, Number: place + 1)).ToDictionary(each => each.Name, each => each.Number);

    private readonly bool areLong = cells.Any(rows => rows.Cell.Name.Length > Longest);

    /// <summary>What a cell is called.</summary>
    internal string Of(string name) => areLong ? $"cell {numbers[name]}" : name;

    /// <summary>The list of those that are called by numbers.</summary>
    /// <param name="console">Where it goes.</param>
    /// <param name="shown">The names of the cells in the tables.</param>
    internal void Print(IAnsiConsole console, IReadOnlySet<string> shown)
    {
        if (!areLong || shown.Count == 0)
        {
            return;
        }

        console.Line($"Cells by number, as they follow in {SweepFolder.CellsName}");
        foreach (var cell in cells.Select(rows => rows.Cell).Where(cell => shown.Contains(cell.Name)))
        {
            var settings = cell.Settings.Select(setting => $"{setting.Key}={setting.Value}");
            console.Line($"  cell {numbers[cell.Name]}: {string.Join(", ", [cell.Variant, .. settings])}");
        }

        console.Line();
    }
}
