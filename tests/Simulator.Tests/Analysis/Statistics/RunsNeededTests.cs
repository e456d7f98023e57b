using Simulator.Analysis.Statistics;
using Simulator.Kernel.Chance;

namespace Simulator.Tests.Analysis.Statistics;

public sealed class RunsNeededTests
{
    /// <summary>
    /// Law, Simulation Modeling and Analysis, 5th ed., section 9.4.1: ten replications of the bank have a mean
    /// of 2.03 and a variance of 0.31; at 90% it takes 16 of them for ± 0.25, and 27 for 10% of the true mean.
    /// </summary>
    [Fact]
    public void Law_s_bank_needs_sixteen_or_twenty_seven_runs()
    {
        Assert.Equal(16, RunsNeeded.ForMean(2.03, Math.Sqrt(0.31), Precision.Absolute(0.25), 0.9));
        Assert.Equal(27, RunsNeeded.ForMean(2.03, Math.Sqrt(0.31), Precision.Relative(0.1 / 1.1), 0.9));
    }

    [Fact]
    public void The_runs_that_are_needed_are_enough_and_one_less_is_not()
    {
        var runs = RunsNeeded.ForMean(10, 7, Precision.Relative(0.05));
        Assert.True(Means.Interval(10, 7, runs, 0.95).HalfWidth <= 0.5);
        Assert.True(Means.Interval(10, 7, runs - 1, 0.95).HalfWidth > 0.5);
    }

    /// <summary>With one half Wilson's half-width is z / 2√(n + z²), so that 5 points need n = 380.3.</summary>
    [Fact]
    public void A_share_of_one_half_needs_three_hundred_and_eighty_one_runs_for_five_points() =>
        Assert.Equal(381, RunsNeeded.ForShare(0.5, Precision.Absolute(0.05)));

    /// <summary>As G*Power 3 gives them (Faul and others, Behavior Research Methods 39, 2007, 175-191), two tails.</summary>
    [Theory]
    [InlineData(0.5, 0.8, 34)]
    [InlineData(0.5, 0.95, 54)]
    [InlineData(0.2, 0.8, 199)]
    [InlineData(0.8, 0.8, 15)]
    public void Pairs_until_a_difference_is_told_are_those_of_the_noncentral_law(double effect, double power, int pairs) =>
        Assert.Equal(pairs, RunsNeeded.ForDifference(effect, 1, 0.95, power));

    [Fact]
    public void What_never_ends_is_countless_and_what_never_varies_needs_two()
    {
        Assert.Equal(RunsNeeded.Countless, RunsNeeded.ForMean(0, 1, Precision.Relative(0.05)));
        Assert.Equal(RunsNeeded.Countless, RunsNeeded.ForDifference(0, 1));
        Assert.Equal(2, RunsNeeded.ForMean(5, 0, Precision.Relative(0.05)));
        Assert.Equal(2, RunsNeeded.ForDifference(5, 0));
        Assert.Null(RunsNeeded.ForMean([5], Precision.Relative(0.05)));
        Assert.Null(RunsNeeded.ForDifference(PairedDifference.Of([1], [2])));
        Assert.Throws<ArgumentOutOfRangeException>(() => RunsNeeded.ForDifference(1, 1, 0.95, 0.05));
        Assert.Throws<ArgumentOutOfRangeException>(() => Precision.Relative(0));
    }

    /// <summary>Counted over 2,000 seeded experiments; the standard error of the share is 0.9%.</summary>
    [Fact]
    public void So_many_pairs_find_the_difference_as_often_as_was_asked()
    {
        var draws = new DrawSequence(3);
        var found = Enumerable.Range(0, 2_000).Count(_ =>
        {
            var second = Enumerable.Range(0, 34).Select(_ => 0.5 + StandardNormal(draws)).ToArray();
            return PairedDifference.Of(new double[34], second).IsToldApart;
        });
        Assert.InRange(found / 2_000.0, 0.807 - 0.03, 0.807 + 0.03);
    }

    private static double StandardNormal(DrawSequence draws) =>
        MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, draws.Unit());
}
