namespace Simulator.Analysis.Experiments;

/// <summary>
/// Cells that answer alike: every outcome of every replication is the same number, so that what sets them apart has no
/// effect on anything that is asked. On the same draws that is a finding, and no chance.
/// </summary>
public static class AlikeCells
{
    /// <summary>The groups of two or more cells that answer alike, each in the order of the cells.</summary>
    /// <param name="cells">The cells, with the same replications.</param>
    public static IReadOnlyList<IReadOnlyList<string>> Among(IReadOnlyList<CellRuns> cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        var groups = new List<List<CellRuns>>();
        foreach (var cell in cells)
        {
            if (groups.Find(group => AreAlike(group[0], cell)) is { } same)
            {
                same.Add(cell);
            }
            else
            {
                groups.Add([cell]);
            }
        }

        return [.. groups.Where(group => group.Count > 1).Select(group => group.ConvertAll(cell => cell.Name))];
    }

    private static bool AreAlike(CellRuns one, CellRuns other) =>
        one.Outcomes.SequenceEqual(other.Outcomes) && one.Rows.Count == other.Rows.Count
        && one.Rows.Zip(other.Rows).All(rows => rows is ({ } first, { } second)
            ? first.AsSpan().SequenceEqual(second) // a number that is none equals none
            : rows.First is null && rows.Second is null);
}
