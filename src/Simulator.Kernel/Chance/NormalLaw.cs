using System.Runtime.CompilerServices;

namespace Simulator.Kernel.Chance;

/// <summary>
/// The normal law with mean 0 and standard deviation 1: what lognormal durations are drawn from.
/// </summary>
public static class NormalLaw
{
    private const double LowerBranch = 0.02425;

    /// <summary>
    /// The z below which a share <paramref name="p"/> of the law lies. P. J. Acklam, "An algorithm for
    /// computing the inverse normal cumulative distribution function" (2003), not refined: the relative
    /// error is below 1.15e-9. Where the branches meet, at 0.02425 and 0.97575, neighbouring values may
    /// descend by as much; elsewhere the function ascends up to rounding.
    /// </summary>
    /// <param name="p">Strictly between 0 and 1; 0 and 1 give the infinities, anything else NaN.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Quantile(double p)
    {
        double q = p - 0.5;
        return Math.Abs(q) <= 0.5 - LowerBranch ? Central(q) : Tail(p);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Central(double q)
    {
        double r = q * q;
        double r2 = r * r;
        double r4 = r2 * r2;
        double over = 2.506628277459239 + r * -3.066479806614716e+01
            + r2 * (1.383577518672690e+02 + r * -2.759285104469687e+02)
            + r4 * (2.209460984245205e+02 + r * -3.969683028665376e+01);
        double under = 1.0 + r * -1.328068155288572e+01
            + r2 * (6.680131188771972e+01 + r * -1.556989798598866e+02)
            + r4 * (1.615858368580409e+02 + r * -5.447609879822406e+01);
        return q * over / under;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double Tail(double p)
    {
        if (!(p > 0.0 && p < 1.0))
            return p == 0.0 ? double.NegativeInfinity : p == 1.0 ? double.PositiveInfinity : double.NaN;
        double z = LowerTail(p < 0.5 ? p : 1.0 - p);
        return p < 0.5 ? z : -z;
    }

    private static double LowerTail(double p)
    {
        double q = Math.Sqrt(-2.0 * Real.Log(p));
        double over = 2.938163982698783 + q * (4.374664141464968
            + q * (-2.549732539343734 + q * (-2.400758277161838
            + q * (-3.223964580411365e-01 + q * -7.784894002430293e-03))));
        double under = 1.0 + q * (3.754408661907416
            + q * (2.445134137142996 + q * (3.224671290700398e-01 + q * 7.784695709041462e-03)));
        return over / under;
    }

    /// <summary>
    /// The share of the law below <paramref name="z"/>, to a relative error of 1e-12, lower tail included:
    /// half the incomplete gamma function at shape 1/2 and z squared over 2 (Abramowitz and Stegun 6.5.17).
    /// </summary>
    /// <param name="z">Any number; NaN gives NaN.</param>
    public static double Cumulative(double z)
    {
        if (double.IsNaN(z))
            return double.NaN;
        double half = 0.5 * z * z;
        return z < 0.0 ? 0.5 * GammaLaw.Upper(0.5, half) : 0.5 + 0.5 * GammaLaw.Lower(0.5, half);
    }
}
