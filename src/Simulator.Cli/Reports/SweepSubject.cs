using Simulator.Analysis.Experiments;
using Simulator.Analysis.Outcomes;
using Simulator.Cli.Sweeps;
using Simulator.Cli.Words;

namespace Simulator.Cli.Reports;

/// <summary>A sweep, and its cells compared with the first on the same draws.</summary>
internal sealed class SweepSubject
{
    /// <summary>So many cells are drawn.</summary>
    internal const int MostCells = 40;

    private const int Longest = 64;

    internal SweepSubject(KeptSweep sweep, Language language)
    {
        (Sweep, Language) = (sweep, language);
        var isGoal = sweep.Manifest.Outcomes.Any(outcome => outcome.IsGoal);
        Paired = sweep.Cells.Min(cell => cell.Rows.Count);
        // A sweep that went on until it was precise has more of some cells: what is compared are those that all have.
        Comparison = Comparison.Of(
            [.. sweep.Cells.Select(cell => cell with { Rows = [.. cell.Rows.Take(Paired)] })], null, outcome =>
                !isGoal || outcome.IsGoal);
        AreLong = sweep.Cells.Any(cell => NameOf(cell.Name).Length > Longest);
    }

    internal KeptSweep Sweep { get; }

    internal Language Language { get; }

    internal Comparison Comparison { get; }

    /// <summary>How many replications every cell has.</summary>
    internal int Paired { get; }

    /// <summary>Whether names are so long that a list says once what is set in each.</summary>
    internal bool AreLong { get; }

    internal IReadOnlyList<CellRuns> Cells => Sweep.Cells;

    internal string First => Name(Cells[0].Name);

    /// <summary>The outcomes that are not one number in every run.</summary>
    internal IEnumerable<OutcomeComparison> Outcomes => Comparison.Outcomes.Where(outcome => !outcome.IsConstant);

    internal IEnumerable<OutcomeComparison> Constants => Comparison.Outcomes.Where(outcome => outcome.IsConstant);

    /// <summary>What a cell is called in charts and tables.</summary>
    internal string Name(string cell) => AreLong
        ? Language.In("cell ", "phương án ") + (Cells.Index().First(each => each.Item.Name == cell).Index + 1)
        : NameOf(cell);

    /// <summary>A variant that all cells share says nothing.</summary>
    internal string NameOf(string cell)
    {
        var variants = Sweep.Manifest.Cells.Select(each => each.Variant).Distinct().ToList();
        return variants.Count == 1 && cell.StartsWith($"{variants[0]},", StringComparison.Ordinal)
            ? cell[(variants[0].Length + 1)..].Replace(",", ", ", StringComparison.Ordinal)
            : cell.Replace(",", ", ", StringComparison.Ordinal);
    }
}
