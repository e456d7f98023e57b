using MathNet.Numerics.Distributions;

namespace Simulator.Analysis.Statistics;

/// <summary>
/// Student's law (Biometrika 6, 1908, 1-25), from its lower tail, where small probabilities keep their digits.
/// </summary>
internal static class StudentLaw
{
    /// <summary>The number that is exceeded, in either direction, with probability one minus the confidence.</summary>
    /// <param name="confidence">Between 0 and 1.</param>
    /// <param name="freedom">Degrees of freedom, more than 0.</param>
    public static double TwoSided(double confidence, double freedom) => Exceeded((1 - confidence) / 2, freedom);

    /// <summary>The number that is exceeded with this probability.</summary>
    /// <param name="tail">Above 0, at most 0.5.</param>
    /// <param name="freedom">Degrees of freedom, more than 0.</param>
    public static double Exceeded(double tail, double freedom)
    {
        // MathNet's own inverse looks between -800 and 800 only: too near for one degree of freedom.
        var (low, high) = (0.0, 1.0);
        while (Tail(high, freedom) > tail)
        {
            (low, high) = (high, 2 * high);
        }

        while (true)
        {
            var middle = low + ((high - low) / 2);
            if (middle <= low || middle >= high)
            {
                return high;
            }

            (low, high) = Tail(middle, freedom) > tail ? (middle, high) : (low, middle);
        }
    }

    /// <summary>The probability that the law exceeds a number, 0 or more.</summary>
    public static double Tail(double number, double freedom) => StudentT.CDF(0, 1, freedom, -number);

    /// <summary>The probability of a mean so far from zero, in either direction, where the true mean is zero.</summary>
    public static double TwoSidedProbability(double statistic, double freedom) =>
        double.IsInfinity(statistic) ? 0 : Math.Min(1, 2 * Tail(Math.Abs(statistic), freedom));
}
