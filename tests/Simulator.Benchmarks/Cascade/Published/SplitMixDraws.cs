using System.Runtime.CompilerServices;

namespace Simulator.Benchmarks.Cascade.Published;

/// <summary>
/// The published model's chance: a draw is output number 1 + ((body * 64 + directive) * 16 + slot) of
/// splitmix64 started at the seed, and a duration is lognormal by Acklam's rational approximation of
/// the normal quantile (relative error 1.15e-9, no refinement step). The arithmetic is evaluated in the
/// order written, because a published fingerprint hangs on every microsecond.
/// </summary>
internal readonly struct SplitMixDraws(ulong seed)
{
    private const ulong Gamma = 0x9E3779B97F4A7C15;
    private const double Hour = 3_600_000_000;
    private const double Tail = 0.02425;

    public long Register(int body, int directive) => Duration(body, directive, Slot.Register, 2 * Hour, 0.6);

    public long Assign(int body, int directive) => Duration(body, directive, Slot.Assign, 4 * Hour, 0.8);

    public long Draft(int body, int directive) => Duration(body, directive, Slot.Draft, 12 * Hour, 0.8);

    public long OwnWork(int body, int directive) => Duration(body, directive, Slot.OwnWork, 48 * Hour, 1.0);

    public long DirectiveDelivery(int body, int directive) =>
        Duration(body, directive, Slot.DirectiveDelivery, 6 * Hour, 0.5);

    public long ReportDelivery(int body, int directive) =>
        Duration(body, directive, Slot.ReportDelivery, 4 * Hour, 0.5);

    public long ReminderDelivery(int body, int directive) =>
        Duration(body, directive, Slot.ReminderDelivery, 1 * Hour, 0.5);

    public bool Complies(int body, int directive) => Uniform(body, directive, Slot.Complies) < 0.9;

    public bool Stalls(int body, int directive) => Uniform(body, directive, Slot.Stalls) < 0.1;

    private long Duration(int body, int directive, int slot, double median, double sigma) =>
        Duration(Uniform(body, directive, slot), median, sigma);

    // Not inlined: seven copies of it would drive the loop's own code out of the instruction cache.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long Duration(double u, double median, double sigma) =>
        Math.Max(1, (long)(median * Math.Exp(sigma * Quantile(u)) + 0.5));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private double Uniform(int body, int directive, int slot)
    {
        var n = 1 + ((((ulong)body * 64) + (ulong)directive) * 16 + (ulong)slot);
        var z = seed + n * Gamma;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        z ^= z >> 31;
        return ((long)(z >> 11) + 0.5) * (1.0 / (1UL << 53));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Quantile(double u)
    {
        if (u < Tail)
            return TailQuantile(Math.Sqrt(-2 * Math.Log(u)));
        if (u > 1 - Tail)
            return -TailQuantile(Math.Sqrt(-2 * Math.Log(1 - u)));
        var q = u - 0.5;
        var r = q * q;
        return (((((-3.969683028665376e+01 * r + 2.209460984245205e+02) * r + -2.759285104469687e+02) * r
            + 1.383577518672690e+02) * r + -3.066479806614716e+01) * r + 2.506628277459239e+00) * q
            / (((((-5.447609879822406e+01 * r + 1.615858368580409e+02) * r + -1.556989798598866e+02) * r
            + 6.680131188771972e+01) * r + -1.328068155288572e+01) * r + 1);
    }

    private static double TailQuantile(double q) =>
        (((((-7.784894002430293e-03 * q + -3.223964580411365e-01) * q + -2.400758277161838e+00) * q
            + -2.549732539343734e+00) * q + 4.374664141464968e+00) * q + 2.938163982698783e+00)
            / ((((7.784695709041462e-03 * q + 3.224671290700398e-01) * q + 2.445134137142996e+00) * q
            + 3.754408661907416e+00) * q + 1);
}
