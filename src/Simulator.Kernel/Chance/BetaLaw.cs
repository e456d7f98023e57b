namespace Simulator.Kernel.Chance;

/// <summary>The beta law between 0 and 1: what three-point (PERT) estimates are drawn from.</summary>
public static class BetaLaw
{
    private const int MostTerms = 10_000;

    /// <summary>The logarithm of the beta function, from <see cref="GammaLaw.LogOfGamma"/>.</summary>
    /// <param name="alpha">Above 0.</param>
    /// <param name="beta">Above 0.</param>
    public static double LogOfBeta(double alpha, double beta) =>
        GammaLaw.LogOfGamma(alpha) + GammaLaw.LogOfGamma(beta) - GammaLaw.LogOfGamma(alpha + beta);

    /// <summary>
    /// The regularised incomplete beta function: the share of the law below <paramref name="x"/>. Relative
    /// error about 1e-13 for parameters up to 100.
    /// </summary>
    /// <param name="alpha">Above 0.</param>
    /// <param name="beta">Above 0.</param>
    /// <param name="x">From 0 to 1; anything else gives NaN.</param>
    public static double Lower(double alpha, double beta, double x)
    {
        if (!(alpha > 0.0 && beta > 0.0))
            return double.NaN;
        if (!(x > 0.0 && x < 1.0))
            return x is 0.0 or 1.0 ? x : double.NaN;
        double rest = 1.0 - x;
        double density = Real.Exp(alpha * Real.Log(x) + beta * Real.Log(rest) - LogOfBeta(alpha, beta));
        Shares(alpha, beta, x, rest, density, out double lower, out _);
        return lower;
    }

    /// <summary>
    /// The x below which a share <paramref name="p"/> of the law lies, to a relative error of 1e-12. Tested
    /// for parameters from 0.5 to 100.
    /// </summary>
    /// <param name="alpha">Above 0.</param>
    /// <param name="beta">Above 0.</param>
    /// <param name="p">Strictly between 0 and 1; 0 gives 0, 1 gives 1, anything else NaN.</param>
    public static double Quantile(double alpha, double beta, double p) =>
        Quantile(alpha, beta, LogOfBeta(alpha, beta), p);

    /// <summary>As the other, with the logarithm of the beta function at hand.</summary>
    internal static double Quantile(double alpha, double beta, double logOfBeta, double p)
    {
        if (!(alpha > 0.0 && beta > 0.0))
            return double.NaN;
        if (!(p > 0.0 && p < 1.0))
            return p is 0.0 or 1.0 ? p : double.NaN;
        var law = new BetaOnLogitScale(alpha, beta, logOfBeta);
        double y = LogConcaveInverse.Solve(law, p, Guess(alpha, beta, p));
        double small = Real.Exp(-Math.Abs(y));
        return y < 0.0 ? small / (1.0 + small) : 1.0 / (1.0 + small);
    }

    /// <summary>The shares below and above x, given x (1 - x) times the density at x.</summary>
    internal static void Shares(
        double alpha, double beta, double x, double rest, double density, out double lower, out double upper)
    {
        if (x * (alpha + beta + 2.0) < alpha + 1.0)
        {
            lower = Math.Min(density / alpha * Fraction(alpha, beta, x), 1.0);
            upper = 1.0 - lower;
        }
        else
        {
            upper = Math.Min(density / beta * Fraction(beta, alpha, rest), 1.0);
            lower = 1.0 - upper;
        }
    }

    /// <summary>The continued fraction 26.5.8 of Abramowitz and Stegun, by Lentz's method.</summary>
    private static double Fraction(double alpha, double beta, double x)
    {
        double c = 1.0;
        double d = 1.0 / NotZero(1.0 - (alpha + beta) * x / (alpha + 1.0));
        double h = d;
        for (int m = 1; m < MostTerms; m++)
        {
            double even = m * (beta - m) * x / ((alpha + 2 * m - 1.0) * (alpha + 2 * m));
            double odd = -(alpha + m) * (alpha + beta + m) * x / ((alpha + 2 * m) * (alpha + 2 * m + 1.0));
            d = 1.0 / NotZero(1.0 + even * d);
            c = NotZero(1.0 + even / c);
            h *= c * d;
            d = 1.0 / NotZero(1.0 + odd * d);
            c = NotZero(1.0 + odd / c);
            double change = c * d;
            h *= change;
            if (Math.Abs(change - 1.0) < 4e-16)
                break;
        }
        return h;
    }

    private static double NotZero(double x) => Math.Abs(x) < 1e-300 ? 1e-300 : x;

    /// <summary>A normal law on the logit scale with about the right mean and standard deviation.</summary>
    private static double Guess(double alpha, double beta, double p)
    {
        double a = Math.Max(alpha - 0.5, 0.3 * alpha);
        double b = Math.Max(beta - 0.5, 0.3 * beta);
        return Real.Log(a / b) + NormalLaw.Quantile(p) * Math.Sqrt(1.0 / a + 1.0 / b);
    }
}
