using MathNet.Numerics.Distributions;

namespace Simulator.Analysis.Calibration;

/// <summary>One of the usual families, with the parameters that a scenario writes it with.</summary>
/// <param name="family">Any but <see cref="DelayFamily.Steps"/>.</param>
/// <param name="parameters">
/// Median and sigma; shape and mean; shape and scale; mean. Times in minutes, all above zero.
/// </param>
internal sealed class FamilyLaw(DelayFamily family, double[] parameters) : IDelayLaw
{
    public double Below(double minutes) => minutes <= 0 ? 0 : family switch
    {
        DelayFamily.Lognormal => Normal.CDF(0, 1, Math.Log(minutes / parameters[0]) / parameters[1]),
        DelayFamily.Gamma => Gamma.CDF(parameters[0], parameters[0] / parameters[1], minutes),
        DelayFamily.Weibull => -Math.Exp(-Math.Pow(minutes / parameters[1], parameters[0])) + 1,
        _ => 1 - Math.Exp(-minutes / parameters[0]),
    };
}
