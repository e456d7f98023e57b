using System.Runtime.CompilerServices;

namespace Simulator.Kernel.Chance;

/// <summary>
/// Exponential, logarithm and power, computed from + - * / and bit operations alone. The base library's
/// functions come from each platform's C library and differ in the last bit from machine to machine; one
/// differing bit in one draw would make two journals differ. No operation here may be contracted into a
/// fused multiply-add. Square roots need no function of ours: IEEE 754 prescribes every bit of them.
/// </summary>
/// <remarks>
/// Error: <see cref="Exp(double)"/> below 0.7 ulp, <see cref="Log"/> below 1 ulp, <see cref="Pow"/> below 1.5
/// ulp; subnormal results of <see cref="Exp(double)"/> and <see cref="Pow"/> may be off by half a ulp more.
/// The polynomials are minimax fits (Remez exchange, 200 bits) made for these files.
/// </remarks>
public static partial class Real
{
    private const double SixtyFourthsPerLn2 = 92.33248261689366;
    private const double Ln2Over64High = 0.010830424695996044;
    private const double Ln2Over64Low = 2.5310172166650877e-13;

    // Adding 1.5 * 2^52 rounds to a whole number and leaves it in the low bits of the sum.
    private const double RoundingShift = 6755399441055744.0;

    // Below this no step can overflow or become subnormal.
    private const double ExpPlainLimit = 708.0;

    /// <summary>
    /// e to the power <paramref name="x"/>. The argument is cut into k ln2/64 + r with |r| below ln2/128
    /// (Tang, "Table-driven implementation of the exponential function", ACM TOMS 15, 1989).
    /// </summary>
    /// <param name="x">Any number; NaN gives NaN, above 709.79 gives infinity, below -745.14 gives 0.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Exp(double x) =>
        Math.Abs(x) < ExpPlainLimit ? ExpPlain(x, 0.0) : ExpAtTheLimits(x, 0.0);

    /// <summary>
    /// e to the power of the unevaluated sum <paramref name="x"/> + <paramref name="rest"/>.
    /// </summary>
    private static double Exp(double x, double rest) =>
        Math.Abs(x) < ExpPlainLimit ? ExpPlain(x, rest) : ExpAtTheLimits(x, rest);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double ExpPlain(double x, double rest)
    {
        int k = Reduce(x, rest, out double r);
        int j = k & 63;
        ulong high = unchecked(PowersOfTwo[2 * j] + ((ulong)(long)(k >> 6) << 52));
        double scale = BitConverter.UInt64BitsToDouble(high);
        double tail = BitConverter.UInt64BitsToDouble(PowersOfTwo[2 * j + 1]);
        return scale + scale * ExpLessOne(r, tail);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double ExpAtTheLimits(double x, double rest)
    {
        if (double.IsNaN(x))
            return double.NaN;
        if (x > 710.0)
            return double.PositiveInfinity;
        if (x < -746.0)
            return 0.0;
        int k = Reduce(x, rest, out double r);
        int j = k & 63;
        double scale = BitConverter.UInt64BitsToDouble(PowersOfTwo[2 * j]);
        double tail = BitConverter.UInt64BitsToDouble(PowersOfTwo[2 * j + 1]);
        int exponent = k >> 6;
        int half = exponent / 2;
        return (scale + scale * ExpLessOne(r, tail)) * PowerOfTwo(half) * PowerOfTwo(exponent - half);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Reduce(double x, double rest, out double r)
    {
        double shifted = x * SixtyFourthsPerLn2 + RoundingShift;
        double k = shifted - RoundingShift;
        r = x - k * Ln2Over64High - k * Ln2Over64Low + rest;
        return unchecked((int)BitConverter.DoubleToInt64Bits(shifted));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double ExpLessOne(double r, double tail)
    {
        double square = r * r;
        return tail + r + square * (0.49999999999948147 + r * 0.16666666666654079)
            + square * square * (0.04166672359548248 + r * 0.00833334345038532);
    }

    private static double PowerOfTwo(int exponent) =>
        BitConverter.Int64BitsToDouble((long)(1023 + exponent) << 52);
}
