using MathNet.Numerics;
using MathNet.Numerics.Distributions;
using Simulator.Kernel.Chance;

namespace Simulator.Tests.Kernel.Chance;

public sealed class DistributionTests
{
    private static readonly Dictionary<string, Distribution> _laws = new()
    {
        ["constant"] = Distribution.Constant(15),
        ["uniform"] = Distribution.Uniform(10, 25),
        ["triangular"] = Distribution.Triangular(10, 20, 60),
        ["pert"] = Distribution.Pert(10, 20, 60),
        ["exponential"] = Distribution.Exponential(45),
        ["lognormal"] = Distribution.Lognormal(960, 0.6),
        ["lognormal from two quantiles"] = Distribution.Lognormal(0.5, 960, 0.9, 2400),
        ["gamma 0.05"] = Distribution.Gamma(0.05, 960),
        ["gamma 2.5"] = Distribution.Gamma(2.5, 120),
        ["gamma 10000"] = Distribution.Gamma(10_000, 1),
        ["weibull"] = Distribution.Weibull(1.5, 480),
        ["pareto"] = Distribution.Pareto(1.5, 60),
        ["empirical"] = Distribution.Empirical([30, 10, 20], [1, 2, 3]),
    };

    private static readonly Dictionary<string, Func<double, double>> _shares = new()
    {
        ["uniform"] = x => (x - 10) / 15,
        ["triangular"] = x => Triangular.CDF(10, 60, 20, x),
        ["pert"] = x => Beta.CDF(1.8, 4.2, (x - 10) / 50),
        ["exponential"] = x => 1 - Math.Exp(-x / 45),
        ["lognormal"] = x => LogNormal.CDF(Math.Log(960), 0.6, x),
        // The reference gives 0 where x is tiny, and there the first term of the series is all there is.
        ["gamma 0.05"] = x => x < 1e-6
            ? Math.Pow(x / 960, 0.05) / SpecialFunctions.Gamma(1.05)
            : Gamma.CDF(0.05, 1.0 / 960, x),
        ["gamma 2.5"] = x => Gamma.CDF(2.5, 1.0 / 120, x),
        ["weibull"] = x => 1 - Math.Exp(-Math.Pow(x / 480, 1.5)),
        ["pareto"] = x => Pareto.CDF(60, 1.5, x),
    };

    public static TheoryData<string> Laws => new(_laws.Keys);

    public static TheoryData<string> LawsWithShares => new(_shares.Keys);

    [Theory]
    [InlineData("constant",
        0x402E000000000000, 0x402E000000000000, 0x402E000000000000, 0x402E000000000000,
        0x402E000000000000, 0x402E000000000000, 0x402E000000000000)]
    [InlineData("uniform",
        0x4024000000000001, 0x40244CCCCCCCCCCD, 0x402D000000000000, 0x4031800000000000,
        0x4036000000000000, 0x4038D9999999999A, 0x4039000000000000)]
    [InlineData("triangular",
        0x4024000007E7DB92, 0x402878DDE6E5FD2A, 0x4036955B6A3DB0E6, 0x403C6091B66F0DD9,
        0x4044000000000000, 0x404BC3910C8D016B, 0x404DFFFFFC0C1236)]
    [InlineData("pert",
        0x4024000000AB0D84, 0x4026503E6E4C6C58, 0x40334BBA5D58F752, 0x4037D567A8DA1092,
        0x404041A7B67F05E7, 0x4047B6C79AA17FFE, 0x404DFF44441FCC74)]
    [InlineData("exponential",
        0x3CF6800000000000, 0x3FDCF1E95FCD4328, 0x40300CE535EE6084, 0x403F310E368FE178,
        0x40521B2E62530749, 0x4069E771EFF6FFA4, 0x4099D49FC52F26B8)]
    [InlineData("lognormal",
        0x401BDE6657F37B33, 0x406DB746B4DB8675, 0x4085E6CB7F4CB318, 0x408E000000000000,
        0x4098DAA6A4879C8B, 0x40AE496B4542C3F2, 0x410025A991FCF972)]
    [InlineData("lognormal from two quantiles",
        0x4005AFAA73BA27FD, 0x4066BDCC14154E0A, 0x40849EB47C1E4E12, 0x408E000000000000,
        0x409B612B8D0EFE8C, 0x40B3C9A6F9F465FD, 0x4114C022A2C70592)]
    [InlineData("gamma 0.05",
        0x00000000008C4600, 0x383317BCA48CAFC4, 0x3E5501A8F3F5CEF7, 0x3F4188AE078E43DE,
        0x401A0AF992CDCC14, 0x4090507D3D486ACF, 0x40DC95FA0E12BFC8)]
    [InlineData("gamma 2.5",
        0x3F151C80DCC406DD, 0x4040A1025CD98266, 0x40667FD2D86D0FC0, 0x40705166DB47C11E,
        0x407B55B4803A0401, 0x408C49692939D206, 0x40B3BBB3B1F58B7E)]
    [InlineData("gamma 10000",
        0x40C1F885001AEB0E, 0x40C3146B1E1EC73B, 0x40C36DA8DD93EDE8, 0x40C387D55565E68E,
        0x40C3B2081E719FE2, 0x40C3FD0D5C4BD6EF, 0x40C52D9C63489646)]
    [InlineData("weibull",
        0x3E47CF9EBAE99764, 0x40365AB53ED7DEBE, 0x406E2D237F4B5114, 0x40777F20B91608C7,
        0x408499AEEA70C9A2, 0x4094C2882AA75676, 0x40B4B878B7834AB5)]
    [InlineData("pareto",
        0x404E000000000000, 0x404E33A16813EF49, 0x405306C9A4866663, 0x4057CF9EBAE99758,
        0x4065EE1D32DD1C72, 0x409432A4AC6E2396, 0x4282E618C9F49B5A)]
    [InlineData("empirical",
        0x4024000000000000, 0x4024000000000000, 0x4024000000000000, 0x4034000000000000,
        0x4034000000000000, 0x403E000000000000, 0x403E000000000000)]
    public void Quantiles_have_the_same_bits_everywhere(
        string law,
        ulong least,
        ulong hundredth,
        ulong third,
        ulong half,
        ulong most,
        ulong nearlyAll,
        ulong greatest)
    {
        double[] shares = [1.0 / (1L << 53), 0.01, 0.3, 0.5, 0.8, 0.99, 1.0 - 1.0 / (1L << 53)];
        ulong[] expected = [least, hundredth, third, half, most, nearlyAll, greatest];
        Assert.Equal(expected, shares.Select(u => BitConverter.DoubleToUInt64Bits(_laws[law].Quantile(u))));
    }

    [Theory]
    [MemberData(nameof(LawsWithShares))]
    public void A_quantile_is_undone_by_the_share_below_it(string law)
    {
        foreach ((double u, _) in Samples.Pairs(seed: 21, count: 2_000))
            Assert.Equal(u, _shares[law](_laws[law].Quantile(u)), 1e-8);
    }

    [Theory]
    [MemberData(nameof(Laws))]
    public void The_mean_is_the_average_of_all_quantiles(string law)
    {
        // The midpoint rule on u = t^2 (3 - 2t), which crowds its points where quantiles run away.
        const int points = 20_000;
        double sum = 0.0;
        for (int i = 0; i < points; i++)
        {
            double t = (i + 0.5) / points;
            double u = t * t * (3.0 - 2.0 * t);
            if (u < 1.0)
                sum += _laws[law].Quantile(u) * 6.0 * t * (1.0 - t) / points;
        }
        double mean = _laws[law].Mean;
        double error = law switch { "pareto" => 0.01, "empirical" => 1e-4, _ => 1e-6 };
        Assert.InRange(sum / mean, 1.0 - error, 1.0 + error);
    }

    [Theory]
    [MemberData(nameof(Laws))]
    public void A_larger_share_never_has_a_shorter_duration(string law)
    {
        Distribution distribution = _laws[law];
        foreach ((double u, double v) in Samples.Pairs(seed: 22, count: 5_000))
        {
            double near = Math.Min(u + v * 1e-6, 1.0 - 1e-12);
            (double low, double high) = u < near ? (u, near) : (near, u);
            double limit = distribution.Quantile(high) * (1 + 1e-8);
            Assert.True(distribution.Quantile(low) <= limit, $"{law} at {u:R}");
            Assert.True(distribution.Quantile(Math.Min(u, v)) <= distribution.Quantile(Math.Max(u, v)));
            Assert.True(distribution.Minutes(Math.Min(u, v)) <= distribution.Minutes(Math.Max(u, v)));
        }
    }

    [Theory]
    [MemberData(nameof(Laws))]
    public void A_scaled_law_has_scaled_quantiles_mean_and_median(string law)
    {
        Distribution scaled = _laws[law].Scaled(2.5);
        Assert.Equal(2.5, scaled.Mean / _laws[law].Mean, 1e-12);
        Assert.Equal(2.5, scaled.Median / _laws[law].Median, 1e-12);
        foreach ((double u, _) in Samples.Pairs(seed: 23, count: 100))
            Assert.Equal(2.5, scaled.Quantile(u) / _laws[law].Quantile(u), 1e-12);
        Assert.Equal(0, _laws[law].Scaled(0.0).Minutes(0.9));
    }

    [Theory]
    [InlineData(0.0, 0)]
    [InlineData(0.49999999999999994, 0)]
    [InlineData(0.5, 1)]
    [InlineData(1.4999999999999998, 1)]
    [InlineData(2.5, 3)]
    [InlineData(99_999_999.5, 100_000_000)]
    [InlineData(1e300, 100_000_000)]
    public void Minutes_are_rounded_half_up_and_limited(double duration, int minutes) =>
        Assert.Equal(minutes, Distribution.Constant(duration).Minutes(0.5));

    [Fact]
    public void A_tail_beyond_all_bounds_gives_the_longest_duration()
    {
        Distribution law = Distribution.Pareto(0.01, 60);
        Assert.Equal(double.PositiveInfinity, law.Mean);
        Assert.Equal(Distribution.LongestMinutes, law.Minutes(0.9999));
    }

    [Fact]
    public void Two_quantiles_give_the_lognormal_law_that_has_them()
    {
        Distribution law = Distribution.Lognormal(0.5, 960, 0.9, 2400);
        Assert.Equal(960, law.Quantile(0.5), 1e-9);
        Assert.Equal(2400, law.Quantile(0.9), 1e-9);
        Assert.Equal(law.Quantile(0.3), Distribution.Lognormal(0.9, 2400, 0.5, 960).Quantile(0.3), 1e-9);
    }

    [Fact]
    public void A_gamma_law_with_a_mean_has_it() =>
        Assert.Equal(45, Distribution.GammaWithMean(3.0, 45).Mean, 1e-12);

    [Fact]
    public void Observed_values_come_as_often_as_they_weigh_whatever_their_order()
    {
        Distribution law = Distribution.Empirical([30, 10, 20, 10], [1, 1, 3, 1]);
        Assert.Equal(
            [10, 10, 20, 20, 20, 30],
            Enumerable.Range(0, 6).Select(i => law.Minutes((i + 0.5) / 6)));
        Assert.Equal(110.0 / 6, law.Mean, 1e-12);
        Assert.Equal(20, Distribution.Empirical([30, 10, 20]).Median);
    }

    [Fact]
    public void A_law_without_width_is_a_constant()
    {
        Assert.True(Distribution.Uniform(5, 5).IsConstant);
        Assert.True(Distribution.Triangular(5, 5, 5).IsConstant);
        Assert.True(Distribution.Pert(5, 5, 5).IsConstant);
        Assert.True(Distribution.Lognormal(5, 0).IsConstant);
        Assert.False(Distribution.Uniform(5, 6).IsConstant);
    }

    [Fact]
    public void A_mode_at_either_limit_is_allowed()
    {
        Assert.Equal(BetaLaw.Quantile(1, 5, 0.3), Distribution.Pert(0, 0, 1).Quantile(0.3), 1e-12);
        Assert.Equal(1 - Math.Sqrt(0.7), Distribution.Triangular(0, 0, 1).Quantile(0.3), 1e-12);
        Assert.Equal(Math.Sqrt(0.3), Distribution.Triangular(0, 1, 1).Quantile(0.3), 1e-12);
    }

    [Fact]
    public void A_law_that_makes_no_sense_is_refused_in_a_sentence()
    {
        Refused(() => Distribution.Constant(-1), "0 minutes or more; it was given -1");
        Refused(() => Distribution.Uniform(20, 10), "from low to high, not from 20 to 10");
        Refused(() => Distribution.Triangular(10, 5, 20),
            "low, mode, high in ascending order; given were 10, 5, 20");
        Refused(() => Distribution.Pert(1, 2, double.NaN), "it was given NaN");
        Refused(() => Distribution.Exponential(0), "mean of an exponential duration must be above zero");
        Refused(() => Distribution.Lognormal(0, 1), "median of a lognormal duration must be above zero");
        Refused(() => Distribution.Lognormal(10, -1), "a sigma of 0 or more");
        Refused(() => Distribution.Lognormal(0.5, 60, 0.9, 30), "the larger share needs the longer duration");
        Refused(() => Distribution.Lognormal(50, 60, 90, 70), "strictly between 0 and 1; it was given 50");
        Refused(() => Distribution.Gamma(0.01, 60), "a shape from 0.05 to 10000");
        Refused(() => Distribution.GammaWithMean(-1, 60), "a shape from 0.05 to 10000");
        Refused(() => Distribution.Weibull(0, 60), "a shape of 0.01 or more");
        Refused(() => Distribution.Pareto(1, 0), "minimum of a pareto duration must be above zero");
        Refused(() => Distribution.Empirical([]), "at least one observed value");
        Refused(() => Distribution.Empirical([1, 2], [1]), "there are 2 values and 1 weights");
        Refused(() => Distribution.Empirical([1, 2], [0, 0]), "add up to more than 0");
        Refused(() => Distribution.Exponential(5).Scaled(-1), "multiplied by 0 or more, not by -1");
    }

    [Fact]
    public void A_law_says_what_it_is() =>
        Assert.Equal("lognormal median 960 sigma 0.6", Distribution.Lognormal(960, 0.6).ToString());

    private static void Refused(Func<Distribution> make, string because) =>
        Assert.Contains(because, Assert.Throws<ArgumentException>(make).Message, StringComparison.Ordinal);
}
