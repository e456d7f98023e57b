using Simulator.Analysis.Outcomes;

namespace Simulator.Analysis.Experiments;

/// <summary>One outcome in every cell of a comparison.</summary>
public sealed record OutcomeComparison
{
    /// <summary>What is compared.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>By cell, in their order; cells that have no such outcome are left out.</summary>
    public required IReadOnlyList<CellAnswer> Answers { get; init; }

    /// <summary>What cells that combine others come to.</summary>
    public required IReadOnlyList<Combination> Combinations { get; init; }

    /// <summary>Whether there is nothing to compare: one number, or none, in every replication of every cell.</summary>
    public required bool IsConstant { get; init; }

    /// <summary>The cells, best first. How sure the order is, the verdicts say.</summary>
    public IEnumerable<CellAnswer> Ranked => Answers
        .Where(answer => answer.Mean.Count > 0)
        .OrderBy(answer => Outcome.Better == Better.Lower ? answer.Mean.Value : -answer.Mean.Value);
}
