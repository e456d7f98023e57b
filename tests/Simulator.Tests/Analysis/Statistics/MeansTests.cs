using Simulator.Analysis.Statistics;

namespace Simulator.Tests.Analysis.Statistics;

public sealed class MeansTests
{
    /// <summary>Percentage points of Student's law as every table has them.</summary>
    [Theory]
    [InlineData(0.95, 1, 12.7062)]
    [InlineData(0.95, 9, 2.2622)]
    [InlineData(0.90, 9, 1.8331)]
    [InlineData(0.99, 30, 2.7500)]
    [InlineData(0.9999, 1, 6366.1977)]
    [InlineData(0.95, 100_000, 1.9600)]
    public void Quantiles_of_Student_s_law_are_those_of_the_tables(double confidence, int freedom, double exact) =>
        Assert.Equal(exact, StudentLaw.TwoSided(confidence, freedom), 4);

    /// <summary>Law, Simulation Modeling and Analysis, 5th ed., example 4.26: 1.34 ± 0.24 at 90%.</summary>
    [Fact]
    public void The_interval_is_that_of_Law_s_example()
    {
        double[] values = [1.20, 1.50, 1.68, 1.89, 0.95, 1.49, 1.58, 1.55, 0.50, 1.09];
        var estimate = Means.Interval(values, 0.9);
        Assert.Equal(1.343, estimate.Value, 6);
        Assert.Equal(0.17, Means.Variance(values), 2);
        Assert.Equal(0.24, estimate.HalfWidth, 2);
        Assert.Equal(10, estimate.Count);
    }

    [Fact]
    public void One_observation_has_a_mean_and_no_interval()
    {
        var one = Means.Interval([4, double.NaN]);
        Assert.Equal((4, 1, false, false), (one.Value, one.Count, one.HasInterval, one.Covers(4)));
        Assert.True(double.IsNaN(one.HalfWidth));
        Assert.True(double.IsNaN(Means.Interval([]).Value));
    }

    [Fact]
    public void Equal_observations_have_an_interval_without_width() =>
        Assert.Equal(new Estimate(0.1, 0.1, 0.1, 7, 0.95), Means.Interval(Enumerable.Repeat(0.1, 7)));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(95)]
    public void A_confidence_lies_between_nothing_and_certainty(double confidence) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Means.Interval([1, 2, 3], confidence));
}
