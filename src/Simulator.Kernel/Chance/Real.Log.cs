using System.Runtime.CompilerServices;

namespace Simulator.Kernel.Chance;

public static partial class Real
{
    private const ulong BitsOfRootHalf = 0x3FE6A09E667F3BCD;
    private const ulong BitsOfSmallestNormal = 0x0010000000000000;
    private const ulong BitsOfInfinity = 0x7FF0000000000000;
    private const double SmallestNormal = 2.2250738585072014e-308;
    private const double TwoTo54 = 18014398509481984.0;

    // The high part has 40 bits, so that its product with an exponent is exact.
    private const double Ln2High = 0.6931471805601177;
    private const double Ln2Low = -1.7239444525614835e-13;

    /// <summary>
    /// The natural logarithm. With x = 2^k (1 + f) and s = f / (2 + f), log(1 + f) = 2 atanh(s), a series in
    /// s squared (Cody and Waite, Software Manual for the Elementary Functions, 1980, chapter 5).
    /// </summary>
    /// <param name="x">0 gives negative infinity; below 0 and NaN give NaN; infinity gives infinity.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Log(double x)
    {
        ulong bits = BitConverter.DoubleToUInt64Bits(x);
        return unchecked(bits - BitsOfSmallestNormal) < BitsOfInfinity - BitsOfSmallestNormal
            ? LogOfNormal(bits, 0)
            : LogAtTheLimits(x);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double LogAtTheLimits(double x)
    {
        if (x == 0.0)
            return double.NegativeInfinity;
        if (double.IsNaN(x) || x < 0.0)
            return double.NaN;
        if (double.IsPositiveInfinity(x))
            return x;
        return LogOfNormal(BitConverter.DoubleToUInt64Bits(x * TwoTo54), -54);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double LogOfNormal(ulong bits, int scaledBy)
    {
        double m = SplitMantissa(bits, out int exponent);
        double k = unchecked(exponent + scaledBy);
        double f = m - 1.0;
        double s = f / (2.0 + f);
        double z = s * s;
        double w = z * z;
        double series = z * (0.6666666666666734 + z * 0.3999999999941432
            + w * (0.2857142874247499 + z * 0.22222198563476092
            + w * (0.1818356486706799 + z * 0.15314035826947248 + w * 0.14796105510224017)));
        double halfSquare = 0.5 * f * f;
        return k * Ln2High - (halfSquare - (s * (halfSquare + series) + k * Ln2Low) - f);
    }

    /// <summary>Cuts a positive normal number into m 2^exponent with m from sqrt(1/2) to sqrt(2).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double SplitMantissa(ulong bits, out int exponent)
    {
        ulong offset = unchecked(bits - BitsOfRootHalf);
        exponent = unchecked((int)((long)offset >> 52));
        return BitConverter.UInt64BitsToDouble(unchecked(bits - (offset & 0xFFF0000000000000)));
    }
}
