using Simulator.Kernel.Documents;
using Simulator.Kernel.Time;

namespace Simulator.Analysis.Calibration;

/// <summary>
/// Two real papers of which the lower hands the upper one on. Papers bear a date and no hour, and some bear none:
/// so each of the two is known to a day, or between two.
/// </summary>
public sealed record RelayPair
{
    /// <summary>The line of the table that it stands on, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>The chain of papers that it belongs to: pairs that share a paper share a chain.</summary>
    public required string Chain { get; init; }

    /// <summary>The level of the body that hands on.</summary>
    public required string Level { get; init; }

    /// <summary>How urgent the upper paper is.</summary>
    public required Urgency Urgency { get; init; }

    /// <summary>What people call the upper paper.</summary>
    public string Upper { get; init; } = "";

    /// <summary>What people call the lower paper.</summary>
    public string Lower { get; init; } = "";

    /// <summary>The first day on which the upper paper can have left.</summary>
    public required CivilDate UpperEarliest { get; init; }

    /// <summary>The last one.</summary>
    public required CivilDate UpperLatest { get; init; }

    /// <summary>The first day that the lower paper can be of, not before the upper one.</summary>
    public required CivilDate LowerEarliest { get; init; }

    /// <summary>The last one.</summary>
    public required CivilDate LowerLatest { get; init; }

    /// <summary>Whether both days are known.</summary>
    public bool IsExact => UpperEarliest == UpperLatest && LowerEarliest == LowerLatest;

    /// <summary>Days from the earliest upper to the earliest lower date.</summary>
    public int Days => LowerEarliest.DayNumber - UpperEarliest.DayNumber;
}
