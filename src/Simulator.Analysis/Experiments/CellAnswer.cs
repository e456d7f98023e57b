using Simulator.Analysis.Statistics;

namespace Simulator.Analysis.Experiments;

/// <summary>What one cell answers to an outcome, and how it differs from the first cell on the same draws.</summary>
/// <param name="Cell">The name of the cell.</param>
/// <param name="Mean">The mean over the replications that have an answer, with its interval.</param>
/// <param name="Replications">All replications, with and without an answer.</param>
/// <param name="LessFirst">
/// Its number less that of the first cell, replication by replication; <c>null</c>: it is the first, or the first has no
/// such outcome.
/// </param>
public sealed record CellAnswer(string Cell, Estimate Mean, int Replications, PairedDifference? LessFirst);
