namespace Simulator.Kernel.Chance;

/// <summary>
/// The inverse CDF of a log-concave law. The logarithms of both its tails are concave too (Bagnoli and
/// Bergstrom, "Log-concave probability and its applications", 2005), and a concave function lies below its
/// tangents, so that Newton's steps on the logarithm of the smaller tail arrive on one side of the root and
/// converge from any start. Halley's correction makes that cubic, and a bracket guards it against rounding.
/// </summary>
internal static class LogConcaveInverse
{
    private const int MostSteps = 64;

    // A cubic step of this many standard deviations leaves an error beyond the last bit.
    private const double LastStep = 1e-5;

    /// <summary>The y below which a share <paramref name="p"/> lies.</summary>
    /// <param name="law">The law.</param>
    /// <param name="p">Strictly between 0 and 1.</param>
    /// <param name="start">Where to start, finite; the nearer the faster.</param>
    public static double Solve<TLaw>(TLaw law, double p, double start)
        where TLaw : struct, ILogConcaveLaw
    {
        bool fromBelow = p <= 0.5;
        double target = Real.Log(fromBelow ? p : 1.0 - p);
        double y = start;
        double left = double.NegativeInfinity;
        double right = double.PositiveInfinity;
        for (int step = 0; step < MostSteps; step++)
        {
            law.At(y, out double lower, out double upper, out double density, out double slope);
            double tail = fromBelow ? lower : upper;
            double error = tail > 0.0 ? Real.Log(tail) - target : double.NegativeInfinity;
            if (error == 0.0)
                return y;
            if (error < 0.0 == fromBelow)
                left = y;
            else
                right = y;

            double rate = fromBelow ? density / tail : -density / tail;
            double newton = error / rate;
            double halley = newton / Math.Clamp(1.0 - 0.5 * newton * (slope - rate), 0.5, 2.0);
            double next = y - halley;
            if (Math.Abs(halley) * (Math.Abs(slope) + Math.Abs(rate) + 1.0) < LastStep)
                return next;
            if (!(next > left && next < right))
                next = Between(left, right, y);
            if (next == left || next == right)
                return next;
            y = next;
        }
        return y;
    }

    private static double Between(double left, double right, double y)
    {
        if (double.IsInfinity(left))
            return y - Math.Max(1.0, Math.Abs(y));
        return double.IsInfinity(right) ? y + Math.Max(1.0, Math.Abs(y)) : left + 0.5 * (right - left);
    }
}
