namespace Simulator.Analysis.Calibration;

/// <summary>Whether the sigmas of the steps are fitted beside their medians.</summary>
public enum SpreadChoice
{
    /// <summary>They stay as the library has them unless the pairs refute that at 5%.</summary>
    Auto,

    /// <summary>They stay.</summary>
    Keep,

    /// <summary>They are fitted.</summary>
    Fit,
}
