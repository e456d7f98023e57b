namespace Simulator.Analysis.Calibration;

/// <summary>The laws that a delay is fitted by.</summary>
public enum DelayFamily
{
    /// <summary>
    /// The steps of an office one after another, as a library has them: a factor for their medians, one for their sigmas.
    /// </summary>
    Steps,

    /// <summary>Lognormal: median and sigma.</summary>
    Lognormal,

    /// <summary>Gamma: shape and mean.</summary>
    Gamma,

    /// <summary>Weibull: shape and scale.</summary>
    Weibull,

    /// <summary>Exponential: mean.</summary>
    Exponential,
}
