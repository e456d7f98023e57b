using MathNet.Numerics.Distributions;

namespace Simulator.Analysis.Statistics;

/// <summary>How often a test finds what is there.</summary>
internal static class TestPower
{
    // The normal law ends here for our purposes: what lies beyond is below 1e-15.
    private const double Beyond = 8;
    private const int Intervals = 400;

    /// <summary>
    /// The power of the paired t test, both sides: P(|Z + e √n| > t S), where S² is a chi-square over its n - 1
    /// degrees of freedom (Johnson, Kotz and Balakrishnan, Continuous Univariate Distributions 2, 2nd ed., 1995,
    /// chapter 31). Integrated over S by Simpson's rule, to about 8 digits.
    /// </summary>
    /// <param name="effect">The mean difference in standard deviations of the differences.</param>
    /// <param name="pairs">How many, two or more.</param>
    /// <param name="confidence">Between 0 and 1.</param>
    public static double OfPairedT(double effect, int pairs, double confidence)
    {
        if (double.IsNaN(effect) || effect == 0)
        {
            return 1 - confidence;
        }

        double freedom = pairs - 1;
        var bound = StudentLaw.TwoSided(confidence, freedom);
        var shift = Math.Abs(effect) * Math.Sqrt(pairs);
        var spread = Beyond / Math.Sqrt(2 * freedom);
        var (low, high) = (Math.Max(0, 1 - spread), 1 + spread);
        var step = (high - low) / Intervals;
        var sum = 0.0;
        for (var n = 0; n <= Intervals; n++)
        {
            var weight = n is 0 or Intervals ? 1 : n % 2 == 1 ? 4 : 2;
            var s = low + (n * step);
            sum += weight * Density(s, freedom) * (Tail((bound * s) - shift) + Tail((bound * s) + shift));
        }

        return Math.Min(1, sum * step / 3);
    }

    // Of the root of a chi-square over its degrees of freedom; at 0 only the first degree has any.
    private static double Density(double s, double freedom)
    {
        if (s == 0)
        {
            return freedom == 1 ? Math.Sqrt(2 / Math.PI) : 0;
        }

        var log = (freedom / 2 * Math.Log(freedom / 2)) - MathNet.Numerics.SpecialFunctions.GammaLn(freedom / 2)
            + ((freedom - 1) * Math.Log(s)) - (freedom * s * s / 2);
        return 2 * Math.Exp(log);
    }

    private static double Tail(double number) => Normal.CDF(0, 1, -number);
}
