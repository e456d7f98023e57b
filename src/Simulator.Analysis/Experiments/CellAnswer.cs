using Simulator.Analysis.Statistics;

namespace Simulator.Analysis.Experiments;

/// <summary>What one cell answers to an outcome, and how it differs from the first cell on the same draws.</summary>
public sealed record CellAnswer
{
    /// <summary>The name of the cell.</summary>
    public required string Cell { get; init; }

    /// <summary>The mean over the replications that have an answer, with its interval.</summary>
    public required Estimate Mean { get; init; }

    /// <summary>All replications, with and without an answer.</summary>
    public required int Replications { get; init; }

    /// <summary>
    /// Its number less that of the first cell, replication by replication; <c>null</c>: it is the first, or the first has no
    /// such outcome.
    /// </summary>
    public PairedDifference? LessFirst { get; init; }

    /// <summary>
    /// What the difference says when all comparisons of the table are taken together (Holm); <see cref="Verdict.NotCompared"/>
    /// without a difference.
    /// </summary>
    public Verdict Verdict { get; init; } = Verdict.NotCompared;
}
