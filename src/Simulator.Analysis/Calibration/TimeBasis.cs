namespace Simulator.Analysis.Calibration;

/// <summary>In which minutes a delay is counted.</summary>
public enum TimeBasis
{
    /// <summary>Minutes in which the office is at work; nights, weekends and holidays do not count.</summary>
    Working,

    /// <summary>All minutes.</summary>
    Elapsed,
}
