namespace Simulator.Scenarios.Problems;

/// <summary>How much a problem weighs.</summary>
public enum Severity : byte
{
    /// <summary>The scenario can be run, but may not mean what its author thinks.</summary>
    Warning = 0,

    /// <summary>The scenario cannot be run.</summary>
    Error = 1,
}
