using Simulator.Analysis.Outcomes;

namespace Simulator.Analysis.Experiments;

/// <summary>
/// What the replications of one cell of an experiment came to: a variant of a scenario, perhaps with settings. Cells of
/// one experiment have the same replications, played on the same draws.
/// </summary>
public sealed record CellRuns
{
    /// <summary>What people call it, such as <c>base</c> or <c>no-district, city.clerk=2</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What the columns of the rows are.</summary>
    public required IReadOnlyList<Outcome> Outcomes { get; init; }

    /// <summary>By replication: the row; <c>null</c>: it failed.</summary>
    public required IReadOnlyList<double[]?> Rows { get; init; }

    /// <summary>All posts of all bodies that there are in it, in people.</summary>
    public long Posts { get; init; }

    /// <summary>By replication: the number of an outcome; not a number where it failed, or has no answer.</summary>
    /// <param name="outcome">The name of the outcome.</param>
    /// <returns>The numbers; <c>null</c>: the cell has no such outcome.</returns>
    public IReadOnlyList<double>? Values(string outcome)
    {
        var column = Outcomes.ToList().FindIndex(each => each.Name == outcome);
        return column < 0 ? null : [.. Rows.Select(row => row is null ? double.NaN : row[column])];
    }
}
