namespace Simulator.Kernel.Chance;

/// <summary>The families of durations a scenario may name.</summary>
public enum DistributionKind : byte
{
    /// <summary>Always the same.</summary>
    Constant,

    /// <summary>Anything between two limits, equally likely.</summary>
    Uniform,

    /// <summary>Between two limits, rising straight to the mode and falling straight from it.</summary>
    Triangular,

    /// <summary>A three-point estimate: a beta law between two limits, rounder than the triangular.</summary>
    Pert,

    /// <summary>Without memory.</summary>
    Exponential,

    /// <summary>Its logarithm is normal: what handling times mostly look like.</summary>
    Lognormal,

    /// <summary>A sum of exponential stages.</summary>
    Gamma,

    /// <summary>Waiting with a rate that rises or falls as a power of the time waited.</summary>
    Weibull,

    /// <summary>With a tail so heavy that its mean may be infinite.</summary>
    Pareto,

    /// <summary>Values as they were observed.</summary>
    Empirical,
}
