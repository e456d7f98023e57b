namespace Simulator.Kernel.Chance;

/// <summary>
/// The gamma law with scale 1, the gamma function's logarithm and the regularised incomplete gamma functions.
/// </summary>
public static class GammaLaw
{
    private const double HalfLogTwoPi = 0.9189385332046728;
    private const int MostTerms = 100_000;

    /// <summary>
    /// The logarithm of the gamma function: Stirling's series from 10 on (Abramowitz and Stegun 6.1.41),
    /// below by the recurrence. Error below 1e-14 absolutely or 1e-15 relatively, whichever is larger.
    /// </summary>
    /// <param name="x">Above 0; 0 and infinity give infinity, anything else NaN.</param>
    public static double LogOfGamma(double x)
    {
        if (!(x > 0.0))
            return x == 0.0 ? double.PositiveInfinity : double.NaN;
        if (double.IsInfinity(x))
            return x;
        double factor = 1.0;
        while (x < 10.0)
        {
            factor *= x;
            x += 1.0;
        }
        double r = 1.0 / x;
        double z = r * r;
        double series = r * (1.0 / 12 + z * (-1.0 / 360 + z * (1.0 / 1260 + z * (-1.0 / 1680
            + z * (1.0 / 1188 + z * (-691.0 / 360360 + z * (1.0 / 156)))))));
        return (x - 0.5) * Real.Log(x) - x + HalfLogTwoPi + series - Real.Log(factor);
    }

    /// <summary>
    /// P(shape, x): the share of the law below <paramref name="x"/>. Relative error about 1e-13 for shapes up
    /// to 100, growing to 1e-10 at 10,000.
    /// </summary>
    /// <param name="shape">Above 0.</param>
    /// <param name="x">0 or more; infinity gives 1; below 0 or NaN gives NaN.</param>
    public static double Lower(double shape, double x)
    {
        if (!(x > 0.0 && shape > 0.0) || double.IsInfinity(x))
            return AtTheLimits(shape, x, 0.0, 1.0);
        Shares(shape, x, Density(shape, x), out double lower, out _);
        return lower;
    }

    /// <summary>Q(shape, x) = 1 - P(shape, x), accurate where it is small; as <see cref="Lower"/>.</summary>
    /// <param name="shape">Above 0.</param>
    /// <param name="x">0 or more; infinity gives 0; below 0 or NaN gives NaN.</param>
    public static double Upper(double shape, double x)
    {
        if (!(x > 0.0 && shape > 0.0) || double.IsInfinity(x))
            return AtTheLimits(shape, x, 1.0, 0.0);
        Shares(shape, x, Density(shape, x), out _, out double upper);
        return upper;
    }

    /// <summary>
    /// The x with P(shape, x) = <paramref name="p"/>, to a relative error of 1e-12, or 1e-10 / sqrt(shape)
    /// for shapes above 100. Shapes from 0.05 to 10,000 are tested; values below 1e-323 are 0.
    /// </summary>
    /// <param name="shape">Above 0.</param>
    /// <param name="p">Strictly between 0 and 1; 0 gives 0, 1 gives infinity, anything else NaN.</param>
    public static double Quantile(double shape, double p) => Quantile(shape, LogOfGamma(shape), p);

    /// <summary>
    /// As <see cref="Quantile(double, double)"/>, with the logarithm of gamma(shape) at hand.
    /// </summary>
    internal static double Quantile(double shape, double logOfGamma, double p)
    {
        if (!(shape > 0.0))
            return double.NaN;
        if (!(p > 0.0 && p < 1.0))
            return p == 0.0 ? 0.0 : p == 1.0 ? double.PositiveInfinity : double.NaN;
        double start = Guess(shape, logOfGamma, p);
        return Real.Exp(LogConcaveInverse.Solve(new GammaOnLogScale(shape, logOfGamma), p, start));
    }

    /// <summary>P and Q at once, given x times the density at x.</summary>
    internal static void Shares(double shape, double x, double density, out double lower, out double upper)
    {
        if (x < shape + 1.0)
        {
            lower = Math.Min(density * Series(shape, x), 1.0);
            upper = 1.0 - lower;
        }
        else
        {
            upper = Math.Min(density * Fraction(shape, x), 1.0);
            lower = 1.0 - upper;
        }
    }

    /// <summary>x times the density at x.</summary>
    private static double Density(double shape, double x) =>
        Real.Exp(shape * Real.Log(x) - x - LogOfGamma(shape));

    /// <summary>1/a + x/(a(a+1)) + ... (Abramowitz and Stegun 6.5.29).</summary>
    private static double Series(double shape, double x)
    {
        double term = 1.0 / shape;
        double sum = term;
        for (int n = 1; n < MostTerms && term > sum * 1e-17; n++)
        {
            term *= x / (shape + n);
            sum += term;
        }
        return sum;
    }

    /// <summary>The continued fraction 6.5.31 of Abramowitz and Stegun, by Lentz's method.</summary>
    private static double Fraction(double shape, double x)
    {
        double b = x + 1.0 - shape;
        double c = 1e300;
        double d = 1.0 / b;
        double h = d;
        for (int n = 1; n < MostTerms; n++)
        {
            double a = -n * (n - shape);
            b += 2.0;
            d = 1.0 / NotZero(a * d + b);
            c = NotZero(b + a / c);
            double change = c * d;
            h *= change;
            if (Math.Abs(change - 1.0) < 4e-16)
                break;
        }
        return h;
    }

    private static double NotZero(double x) => Math.Abs(x) < 1e-300 ? 1e-300 : x;

    /// <summary>
    /// The logarithm of a first guess: Wilson and Hilferty (1931) in the middle of the law, the first term
    /// of the series below it.
    /// </summary>
    private static double Guess(double shape, double logOfGamma, double p)
    {
        double low = (Real.Log(p) + logOfGamma + Real.Log(shape)) / shape;
        double cubeRoot = 1.0 - 1.0 / (9.0 * shape) + NormalLaw.Quantile(p) / (3.0 * Math.Sqrt(shape));
        if (cubeRoot < 0.2 || low < -2.0 * Real.Log(shape + 1.0) - 1.0)
            return low;
        return Real.Log(shape) + 3.0 * Real.Log(cubeRoot);
    }

    private static double AtTheLimits(double shape, double x, double atZero, double atInfinity)
    {
        if (!(shape > 0.0))
            return double.NaN;
        return x == 0.0 ? atZero : double.IsPositiveInfinity(x) ? atInfinity : double.NaN;
    }
}
