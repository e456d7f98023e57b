using Simulator.Kernel.Chance;

namespace Simulator.Tests.Kernel.Chance;

public sealed class RealTests
{
    // The base library's functions are themselves only accurate to about one ulp.
    private const long Ulps = 2;

    [Theory]
    [InlineData(-744.5, 0x0000000000000001)]
    [InlineData(-708.5, 0x000E6CF6D08897AC)]
    [InlineData(-100.25, 0x36E4ACD31E167EBB)]
    [InlineData(-1.0, 0x3FD78B56362CEF38)]
    [InlineData(-1E-10, 0x3FEFFFFFFFF24190)]
    [InlineData(0.3, 0x3FF599058C8C1A96)]
    [InlineData(0.5, 0x3FFA61298E1E069C)]
    [InlineData(1.0, 0x4005BF0A8B145769)]
    [InlineData(2.5, 0x40285D6FD931E0BB)]
    [InlineData(10.1, 0x40D7C5C09A68D572)]
    [InlineData(300.7, 0x5B0C3714F17AE743)]
    [InlineData(709.7, 0x7FED75AE7A50EE14)]
    public void Exp_gives_the_same_bits_everywhere(double x, ulong bits) =>
        Assert.Equal(bits, BitConverter.DoubleToUInt64Bits(Real.Exp(x)));

    [Theory]
    [InlineData(5E-324, 0xC0874385446D71C3)]
    [InlineData(1E-300, 0xC085963447F87FB5)]
    [InlineData(1.1102230246251565E-16, 0xC0425E4F7B2737FA)]
    [InlineData(0.1, 0xC0026BB1BBB55515)]
    [InlineData(0.5, 0xBFE62E42FEFA39EF)]
    [InlineData(0.7071067811865475, 0xBFD62E42FEFA39F1)]
    [InlineData(0.9999999999999999, 0xBCA0000000000000)]
    [InlineData(1.0000000001, 0x3DDB7CDFFFFA18D8)]
    [InlineData(1.4142135623730951, 0x3FD62E42FEFA39F0)]
    [InlineData(2.0, 0x3FE62E42FEFA39EF)]
    [InlineData(3.0, 0x3FF193EA7AAD030A)]
    [InlineData(960.0, 0x401B77BD5BE24F83)]
    [InlineData(1E+300, 0x4085963447F87FB5)]
    public void Log_gives_the_same_bits_everywhere(double x, ulong bits) =>
        Assert.Equal(bits, BitConverter.DoubleToUInt64Bits(Real.Log(x)));

    [Theory]
    [InlineData(0.1, 0.3, 0x3FE009B9CF334253)]
    [InlineData(0.5, -1074.0, 0x7FF0000000000000)]
    [InlineData(0.9, 40.0, 0x3F8E457086B739E9)]
    [InlineData(1.0000001, 1000000000.0, 0x48F349445C228792)]
    [InlineData(1.5, 1.7, 0x3FFFE077EA4184BA)]
    [InlineData(2.0, 0.5, 0x3FF6A09E667F3BCD)]
    [InlineData(2.0, -1022.5, 0x000B504F333F9DE6)]
    [InlineData(10.0, -5.0, 0x3EE4F8B588E368F1)]
    [InlineData(10.0, 308.0, 0x7FE1CCF385EBC8A0)]
    [InlineData(-1.5, 3.0, 0xC00B000000000000)]
    [InlineData(960.0, 0.6666666666666666, 0x4058542CC28A9D5F)]
    public void Pow_gives_the_same_bits_everywhere(double x, double y, ulong bits) =>
        Assert.Equal(bits, BitConverter.DoubleToUInt64Bits(Real.Pow(x, y)));

    [Fact]
    public void Exp_agrees_with_the_base_library_to_the_last_bits()
    {
        foreach ((double u, double v) in Samples.Pairs(seed: 1, count: 100_000))
        {
            AssertNear(Math.Exp(u * 10.0 - 5.0), Real.Exp(u * 10.0 - 5.0), u);
            AssertNear(Math.Exp(v * 1450.0 - 740.0), Real.Exp(v * 1450.0 - 740.0), v);
        }
    }

    [Fact]
    public void Log_agrees_with_the_base_library_to_the_last_bits()
    {
        foreach ((double u, double v) in Samples.Pairs(seed: 2, count: 100_000))
        {
            AssertNear(Math.Log(0.5 + u), Real.Log(0.5 + u), u);
            double x = Math.Exp(v * 1400.0 - 700.0);
            AssertNear(Math.Log(x), Real.Log(x), x);
        }
    }

    [Fact]
    public void Pow_agrees_with_the_base_library_to_the_last_bits()
    {
        foreach ((double u, double v) in Samples.Pairs(seed: 3, count: 100_000))
        {
            AssertNear(Math.Pow(0.5 + u, 2000.0 * (v - 0.5)), Real.Pow(0.5 + u, 2000.0 * (v - 0.5)), u);
            double x = Math.Exp(1400.0 * (u - 0.5));
            AssertNear(Math.Pow(x, 2.0 * (v - 0.5)), Real.Pow(x, 2.0 * (v - 0.5)), x);
        }
    }

    [Fact]
    public void Pow_has_the_special_values_of_the_standard()
    {
        double[] values =
        [
            double.NegativeInfinity, -1e300, -3.0, -2.5, -1.0, -0.5, -0.0, 0.0, 0.5, 1.0, 2.0, 3.0, 1e300,
            double.PositiveInfinity, double.NaN, double.Epsilon, -double.Epsilon, 9007199254740993.0,
        ];
        foreach (double x in values)
        {
            foreach (double y in values)
            {
                double expected = Math.Pow(x, y);
                double actual = Real.Pow(x, y);
                Assert.True(
                    double.IsNaN(expected) ? double.IsNaN(actual) : Distance(expected, actual) <= Ulps,
                    $"{x} to the power {y} is {expected}, not {actual}");
            }
        }
    }

    [Fact]
    public void Exp_overflows_to_infinity_and_vanishes_to_zero()
    {
        Assert.Equal(double.PositiveInfinity, Real.Exp(709.79));
        Assert.Equal(double.PositiveInfinity, Real.Exp(double.PositiveInfinity));
        Assert.Equal(0.0, Real.Exp(-745.2));
        Assert.Equal(0.0, Real.Exp(double.NegativeInfinity));
        Assert.Equal(1.0, Real.Exp(-0.0));
        Assert.True(double.IsNaN(Real.Exp(double.NaN)));
    }

    [Fact]
    public void Log_is_defined_at_its_limits()
    {
        Assert.Equal(double.NegativeInfinity, Real.Log(0.0));
        Assert.Equal(double.NegativeInfinity, Real.Log(-0.0));
        Assert.Equal(double.PositiveInfinity, Real.Log(double.PositiveInfinity));
        Assert.Equal(0.0, Real.Log(1.0));
        Assert.True(double.IsNaN(Real.Log(-1.0)));
        Assert.True(double.IsNaN(Real.Log(double.NaN)));
    }

    private static void AssertNear(double expected, double actual, double argument) =>
        Assert.True(Distance(expected, actual) <= Ulps, $"{actual:R} is not {expected:R}, at {argument:R}");

    private static long Distance(double a, double b) =>
        Math.Abs(BitConverter.DoubleToInt64Bits(a) - BitConverter.DoubleToInt64Bits(b));
}
