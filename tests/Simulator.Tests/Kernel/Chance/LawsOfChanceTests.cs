using MathNet.Numerics;
using MathNet.Numerics.Distributions;
using Simulator.Kernel.Chance;

namespace Simulator.Tests.Kernel.Chance;

public sealed class LawsOfChanceTests
{
    [Theory]
    [InlineData(0.05, 0x4007C043BD1255A0)]
    [InlineData(0.5, 0x3FE250D048E7A1B0)]
    [InlineData(1.5, 0xBFBEEB95B094C200)]
    [InlineData(2.0, 0x3CE0000000000000)]
    [InlineData(3.7, 0x3FF6D9625E359B80)]
    [InlineData(10.0, 0x40299A8921A7F7D0)]
    [InlineData(123.4, 0x407D5560A7B627A5)]
    [InlineData(10000.0, 0x40F40B3B7ADD8CB0)]
    public void The_logarithm_of_gamma_has_the_same_bits_everywhere(double x, ulong bits) =>
        Assert.Equal(bits, BitConverter.DoubleToUInt64Bits(GammaLaw.LogOfGamma(x)));

    [Theory]
    [InlineData(1.1102230246251565E-16, 0xC0206B48525582DA)]
    [InlineData(0.001, 0xC008B8CBB6EE2822)]
    [InlineData(0.02425, 0xBFFF913F9AE19F45)]
    [InlineData(0.1, 0xBFF4813C3681EA0E)]
    [InlineData(0.4, 0xBFD036D6C4547B92)]
    [InlineData(0.5, 0x0000000000000000)]
    [InlineData(0.75, 0x3FE5956B87564C40)]
    [InlineData(0.97575, 0x3FFF913F9AE19F45)]
    [InlineData(0.99999, 0x40110F3F885BAC83)]
    public void The_normal_quantile_has_the_same_bits_everywhere(double p, ulong bits) =>
        Assert.Equal(bits, BitConverter.DoubleToUInt64Bits(NormalLaw.Quantile(p)));

    [Theory]
    [InlineData(-8.0, 0x3CC669D2C90D55E9)]
    [InlineData(-3.0, 0x3F561DE1F985B5E0)]
    [InlineData(-0.5, 0x3FD3BF143B9AA70E)]
    [InlineData(0.0, 0x3FE0000000000000)]
    [InlineData(0.7, 0x3FE841D5715C32AC)]
    [InlineData(2.0, 0x3FEF45A183E9B13D)]
    [InlineData(6.0, 0x3FEFFFFFFF786788)]
    public void The_normal_share_has_the_same_bits_everywhere(double z, ulong bits) =>
        Assert.Equal(bits, BitConverter.DoubleToUInt64Bits(NormalLaw.Cumulative(z)));

    [Fact]
    public void The_normal_quantile_is_accurate_to_the_stated_error()
    {
        foreach ((double u, double v) in Samples.Pairs(seed: 11, count: 20_000))
        {
            AssertRelative(Normal.InvCDF(0.0, 1.0, u), NormalLaw.Quantile(u), 1.2e-9);
            double tail = Math.Exp(-36.0 * v - 0.7);
            AssertRelative(Normal.InvCDF(0.0, 1.0, tail), NormalLaw.Quantile(tail), 1.2e-9);
        }
    }

    [Fact]
    public void The_normal_share_undoes_the_normal_quantile()
    {
        foreach ((double u, double v) in Samples.Pairs(seed: 12, count: 5_000))
        {
            double z = (u - 0.5) * 12.0;
            AssertRelative(Normal.CDF(0.0, 1.0, z), NormalLaw.Cumulative(z), 1e-11);
            Assert.Equal(v, NormalLaw.Cumulative(NormalLaw.Quantile(v)), 1e-8);
        }
    }

    [Fact]
    public void The_incomplete_gamma_function_agrees_with_the_reference()
    {
        foreach ((double u, double v) in Samples.Pairs(seed: 13, count: 2_000))
        {
            double shape = 0.05 * Math.Exp(u * Math.Log(200.0 / 0.05));
            double x = shape * 2.5 * v;
            AssertRelative(SpecialFunctions.GammaLowerRegularized(shape, x),
                GammaLaw.Lower(shape, x), 1e-10, 1e-300);
            Assert.Equal(1.0, GammaLaw.Lower(shape, x) + GammaLaw.Upper(shape, x), 1e-14);
            AssertRelative(SpecialFunctions.GammaLn(shape), GammaLaw.LogOfGamma(shape), 1e-12, 1.0);
        }
    }

    [Fact]
    public void The_gamma_quantile_is_undone_by_the_gamma_share_for_every_shape()
    {
        foreach ((double u, double v) in Samples.Pairs(seed: 14, count: 3_000))
        {
            double shape = 0.05 * Math.Exp(u * Math.Log(1e4 / 0.05));
            AssertRelative(v, GammaLaw.Lower(shape, GammaLaw.Quantile(shape, v)), 1e-9);
            double tail = Math.Exp(-36.0 * v - 0.7);
            double far = GammaLaw.Quantile(shape, tail);
            if (far > 1e-300)
                AssertRelative(tail, GammaLaw.Lower(shape, far), 1e-9);
            AssertRelative(tail, GammaLaw.Upper(shape, GammaLaw.Quantile(shape, 1.0 - tail)), 1e-9, 1e-5);
        }
    }

    [Fact]
    public void The_beta_quantile_is_undone_by_the_beta_share()
    {
        foreach ((double u, double v) in Samples.Pairs(seed: 15, count: 3_000))
        {
            double alpha = 0.5 * Math.Exp(u * Math.Log(200.0));
            double beta = 0.5 * Math.Exp(v * Math.Log(200.0));
            double p = u * 0.37 + v * 0.63;
            double x = BetaLaw.Quantile(alpha, beta, p);
            AssertRelative(p, BetaLaw.Lower(alpha, beta, x), 1e-10);
            AssertRelative(SpecialFunctions.BetaRegularized(alpha, beta, x),
                BetaLaw.Lower(alpha, beta, x), 1e-10);
        }
    }

    [Fact]
    public void Quantiles_are_defined_at_their_limits_and_nowhere_beyond()
    {
        Assert.Equal(double.NegativeInfinity, NormalLaw.Quantile(0.0));
        Assert.Equal(double.PositiveInfinity, NormalLaw.Quantile(1.0));
        Assert.Equal(0.0, GammaLaw.Quantile(2.0, 0.0));
        Assert.Equal(double.PositiveInfinity, GammaLaw.Quantile(2.0, 1.0));
        Assert.Equal(1.0, BetaLaw.Quantile(2.0, 3.0, 1.0));
        foreach (double p in (double[])[-0.1, 1.1, double.NaN])
        {
            Assert.True(double.IsNaN(NormalLaw.Quantile(p)));
            Assert.True(double.IsNaN(GammaLaw.Quantile(2.0, p)));
            Assert.True(double.IsNaN(BetaLaw.Quantile(2.0, 3.0, p)));
        }
    }

    private static void AssertRelative(double expected, double actual, double error, double floor = 0.0) =>
        Assert.True(
            Math.Abs(actual - expected) <= error * Math.Max(Math.Abs(expected), floor),
            $"{actual:R} is not {expected:R}");
}
