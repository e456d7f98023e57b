using Simulator.Kernel.Documents;
using Simulator.Kernel.Time;
using Simulator.Scenarios.Problems;

namespace Simulator.Scenarios.Observations;

/// <summary>A row of a <see cref="RelayTable"/>: two papers of which the lower hands the upper one on.</summary>
public sealed record RelayRow
{
    /// <summary>Where it begins.</summary>
    public required Place Place { get; init; }

    /// <summary>The chain of papers; where the table names none, the upper paper, or the row itself.</summary>
    public required string Chain { get; init; }

    /// <summary>The level of the body that hands on; where the table names none, <c>all</c>.</summary>
    public required string Level { get; init; }

    /// <summary>Where the level is written.</summary>
    public required Place LevelPlace { get; init; }

    /// <summary>The urgency of the upper paper.</summary>
    public required Urgency Urgency { get; init; }

    /// <summary>What people call the upper paper.</summary>
    public required string Upper { get; init; }

    /// <summary>What people call the lower paper.</summary>
    public required string Lower { get; init; }

    /// <summary>The days between which the upper paper left; equal where its date is known.</summary>
    public required (CivilDate Earliest, CivilDate Latest) UpperDays { get; init; }

    /// <summary>The days between which the lower paper is; equal where its date is known.</summary>
    public required (CivilDate Earliest, CivilDate Latest) LowerDays { get; init; }
}
