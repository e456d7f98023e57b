using MathNet.Numerics.Distributions;

namespace Simulator.Analysis.Calibration;

/// <summary>
/// How much less likely the pairs are by a law with fewer free numbers: twice the difference of the log likelihoods, which
/// is about chi-square (Wilks, The Annals of Mathematical Statistics 9, 1938, 60-62; with few pairs only roughly).
/// </summary>
/// <param name="Twice">Twice the difference, 0 or more.</param>
/// <param name="Degrees">How many numbers are free in the one and not in the other.</param>
public sealed record LikelihoodRatio(double Twice, int Degrees)
{
    /// <summary>The chance of so large a ratio if the law with fewer free numbers holds.</summary>
    public double Chance => 1 - ChiSquared.CDF(Degrees, Twice);

    /// <summary>Whether the law with fewer free numbers is refuted at 5%.</summary>
    public bool IsRefuted => (ChanceBySamples ?? Chance) < 0.05;

    /// <summary>
    /// The same chance by samples drawn from the law with fewer free numbers, which holds for few pairs too;
    /// <c>null</c>: none were drawn.
    /// </summary>
    public double? ChanceBySamples { get; init; }

    internal static LikelihoodRatio Of(double free, double bound, int degrees) => new(Math.Max(0, 2 * (free - bound)), degrees);
}
