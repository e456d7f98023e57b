using Simulator.Kernel.Chance;
using Simulator.Kernel.Office;

namespace Simulator.Analysis.Calibration;

/// <summary>One step of a relay as a library has it.</summary>
/// <param name="Step">The step.</param>
/// <param name="Takes">Its law, in working minutes.</param>
/// <param name="IsFitted">Whether it is lengthened and shortened by the fit; else it stays as it is.</param>
public sealed record ChainStep(Step Step, Distribution Takes, bool IsFitted)
{
    // The normal quantile at which sigma is read off; any would do.
    private const double Share = 0.975;

    /// <summary>The median in minutes.</summary>
    public double Median => Takes.Quantile(0.5);

    /// <summary>Sigma of a lognormal law; 0 for any other.</summary>
    public double Sigma => Takes.Kind == DistributionKind.Lognormal
        ? Math.Round(
            Math.Log(Takes.Quantile(Share) / Takes.Quantile(0.5)) / MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, Share),
            6)
        : 0;
}
