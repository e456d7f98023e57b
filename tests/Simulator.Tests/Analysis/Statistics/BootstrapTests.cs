using Simulator.Analysis.Statistics;
using Simulator.Kernel.Chance;

namespace Simulator.Tests.Analysis.Statistics;

/// <summary>Coverage is counted over 400 seeded experiments, so that 95% is 93% to 97% but for one time in 20.</summary>
public sealed class BootstrapTests
{
    private const int Experiments = 400;

    [Fact]
    public void The_same_seed_gives_the_same_interval_and_another_nearly_the_same()
    {
        var values = Exponential(1, 100);
        Assert.Equal(Bootstrap.Mean(values), Bootstrap.Mean(values, seed: 1));
        Assert.Equal(Bootstrap.Quantile(values, 0.5), Bootstrap.Quantile(values, 0.5));
        var (one, other) = (Bootstrap.Mean(values), Bootstrap.Mean(values, seed: 2));
        Assert.NotEqual(one.Low, other.Low);
        Assert.Equal(one.HalfWidth, other.HalfWidth, 0.1 * one.HalfWidth);
    }

    /// <summary>In the same experiments Student's interval misses above the mean, as skewness makes it.</summary>
    [Fact]
    public void The_interval_of_a_mean_leans_to_the_side_of_the_long_tail()
    {
        var leans = Enumerable.Range(0, 50).Select(seed => Bootstrap.Mean(Exponential((ulong)seed, 40)))
            .Count(mean => mean.High - mean.Value > mean.Value - mean.Low);
        Assert.True(leans >= 48, $"{leans} of 50");
    }

    [Fact]
    public void The_mean_of_skewed_observations_is_covered()
    {
        var covered = Covered(seed => Bootstrap.Mean(Exponential(seed, 40)), 1);
        Assert.InRange(covered, 0.91, 0.97);
    }

    [Theory]
    [InlineData(0.5, 50)]
    [InlineData(0.9, 100)]
    public void A_quantile_is_covered(double share, int count)
    {
        var covered = Covered(seed => Bootstrap.Quantile(Exponential(seed, count), share), -Math.Log(1 - share));
        Assert.InRange(covered, 0.91, 0.985);
    }

    [Theory]
    [InlineData(0.5, 6)]
    [InlineData(0.9, 36)]
    [InlineData(0.1, 36)]
    [InlineData(0.95, 72)]
    public void A_quantile_that_all_may_lie_on_one_side_of_has_no_interval(double share, int fewest)
    {
        Assert.True(Bootstrap.Quantile(Exponential(1, fewest), share).HasInterval);
        Assert.False(Bootstrap.Quantile(Exponential(1, fewest - 1), share).HasInterval);
    }

    [Fact]
    public void Equal_observations_and_one_alone_are_as_Student_has_them()
    {
        Assert.Equal((3, 3, 3), Bounds(Bootstrap.Mean([3, 3, 3])));
        Assert.Equal((3, 3, 3), Bounds(Bootstrap.Quantile([3, 3, 3, 3, 3, 3], 0.5)));
        Assert.False(Bootstrap.Mean([3]).HasInterval);
        Assert.True(double.IsNaN(Bootstrap.Quantile([], 0.5).Value));
    }

    private static (double Low, double Value, double High) Bounds(Estimate estimate) =>
        (estimate.Low, estimate.Value, estimate.High);

    private static double Covered(Func<ulong, Estimate> experiment, double exact)
    {
        var covered = Enumerable.Range(0, Experiments).Count(seed => experiment((ulong)seed).Covers(exact));
        TestContext.Current.TestOutputHelper?.WriteLine($"{covered} of {Experiments}");
        return covered / (double)Experiments;
    }

    private static double[] Exponential(ulong seed, int count)
    {
        var draws = new DrawSequence(seed);
        return [.. Enumerable.Range(0, count).Select(_ => -Math.Log(draws.Unit()))];
    }
}
