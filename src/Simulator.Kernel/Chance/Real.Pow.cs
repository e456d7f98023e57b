namespace Simulator.Kernel.Chance;

public static partial class Real
{
    private const double TwoThirds = 0.6666666666666666;
    private const double TwoThirdsRest = 3.700743415417188e-17;

    // The high part has 42 bits: exact when multiplied by an exponent.
    private const double Ln2High42 = 0.6931471805598903;
    private const double Ln2Low42 = 5.497923018708371e-14;

    // Beyond this exponent every power but those of one is 0 or infinite.
    private const double ExponentLimit = 36893488147419103232.0;

    /// <summary>
    /// <paramref name="x"/> to the power <paramref name="y"/>, with the special values of IEEE 754-2019,
    /// 9.2.1: anything to the power 0 is 1, 1 to any power is 1, a negative number to a power that is not
    /// whole is NaN.
    /// </summary>
    /// <param name="x">The base.</param>
    /// <param name="y">The exponent.</param>
    public static double Pow(double x, double y)
    {
        if (y == 0.0 || x == 1.0)
            return 1.0;
        if (double.IsNaN(x) || double.IsNaN(y))
            return double.NaN;
        double size = Math.Abs(x);
        if (double.IsInfinity(y) || size == 0.0 || double.IsInfinity(size))
            return PowAtTheLimits(x, y, size);
        if (x > 0.0)
            return PowOfPositive(x, y);
        if (y != Math.Floor(y))
            return double.NaN;
        double power = size == 1.0 ? 1.0 : PowOfPositive(size, y);
        return IsOdd(y) ? -power : power;
    }

    private static double PowAtTheLimits(double x, double y, double size)
    {
        if (size == 1.0)
            return 1.0;
        double power = size > 1.0 == y > 0.0 ? double.PositiveInfinity : 0.0;
        return double.IsNegative(x) && IsOdd(y) ? -power : power;
    }

    private static bool IsOdd(double y)
    {
        double half = y * 0.5;
        return y == Math.Floor(y) && half != Math.Floor(half);
    }

    private static double PowOfPositive(double x, double y)
    {
        if (Math.Abs(y) > ExponentLimit)
            return x > 1.0 == y > 0.0 ? double.PositiveInfinity : 0.0;
        double log = LogInTwoParts(x, out double logRest);
        double product = Product(y, log, out double rest);
        return Exp(product, rest + y * logRest);
    }

    /// <summary>
    /// The logarithm to about 66 bits as the sum of two doubles: s, its cube and their sum are carried in
    /// two parts (Dekker, "A floating-point technique for extending the available precision", 1971).
    /// </summary>
    private static double LogInTwoParts(double x, out double rest)
    {
        bool subnormal = x < SmallestNormal;
        ulong bits = BitConverter.DoubleToUInt64Bits(subnormal ? x * TwoTo54 : x);
        double m = SplitMantissa(bits, out int exponent);
        double k = subnormal ? exponent - 54 : exponent;

        double f = m - 1.0;
        double divisor = m + 1.0;
        double divisorRest = m - (divisor - 1.0);
        double s = f / divisor;
        double product = Product(s, divisor, out double e);
        double sRest = (f - product - e - s * divisorRest) / divisor;

        double z = Product(s, s, out e);
        double zRest = e + 2.0 * s * sRest;
        double cube = Product(z, s, out e);
        double cubeRest = e + z * sRest + zRest * s;
        double cubic = Product(cube, TwoThirds, out e);
        double cubicRest = e + cube * TwoThirdsRest + cubeRest * TwoThirds;

        double w = z * z;
        double tail = cube * z * (0.3999999999999998 + z * 0.2857142857144511
            + w * (0.2222222221753646 + z * 0.1818181887031463
            + w * (0.15384556871004748 + z * 0.1333631741900832
            + w * (0.11674818497811344 + z * 0.11989013342200061))));

        double sum = Sum(k * Ln2High42, 2.0 * s, out double e1);
        sum = Sum(sum, cubic, out double e2);
        double low = e1 + e2 + (k * Ln2Low42 + 2.0 * sRest + cubicRest + tail);
        return Sum(sum, low, out rest);
    }

    /// <summary>The rounded product and, exactly, what rounding left out (Dekker 1971).</summary>
    private static double Product(double a, double b, out double rest)
    {
        double product = a * b;
        double aHigh = UpperHalf(a);
        double bHigh = UpperHalf(b);
        double aLow = a - aHigh;
        double bLow = b - bHigh;
        rest = aHigh * bHigh - product + aHigh * bLow + aLow * bHigh + aLow * bLow;
        return product;
    }

    private static double UpperHalf(double a)
    {
        double scaled = 134217729.0 * a;
        return scaled - (scaled - a);
    }

    /// <summary>The rounded sum and, exactly, what rounding left out (Knuth, TAOCP 2, 4.2.2).</summary>
    private static double Sum(double a, double b, out double rest)
    {
        double sum = a + b;
        double bPart = sum - a;
        rest = a - (sum - bPart) + (b - bPart);
        return sum;
    }
}
