using Simulator.Kernel.Chance;
using Simulator.Scenarios.Units;

namespace Simulator.Tests.Scenarios.Units;

public sealed class DistributionTextTests
{
    [Theory]
    [InlineData("10wm", DistributionKind.Constant, 10)]
    [InlineData("constant 10wm", DistributionKind.Constant, 10)]
    [InlineData("uniform 5wm 25wm", DistributionKind.Uniform, 15)]
    [InlineData("triangular 1wh 2wh 6wh", DistributionKind.Triangular, 180)]
    [InlineData("pert 1wh 2wh 9wh", DistributionKind.Pert, 180)]
    [InlineData("exponential mean 2wd", DistributionKind.Exponential, 960)]
    [InlineData("gamma shape 2 mean 3wh", DistributionKind.Gamma, 180)]
    [InlineData("weibull shape 1 scale 3wh", DistributionKind.Weibull, 180)]
    [InlineData("pareto shape 2 least 1wh", DistributionKind.Pareto, 120)]
    [InlineData("empirical [1wh, 2wh, 6wh]", DistributionKind.Empirical, 180)]
    public void Each_law_is_written_in_its_own_words(string text, DistributionKind kind, double mean)
    {
        var law = Law(text);
        Assert.Equal(kind, law.Kind);
        Assert.Equal(mean, law.Mean, 6);
    }

    [Fact]
    public void A_lognormal_law_is_given_by_median_and_sigma_or_by_two_quantiles()
    {
        Assert.Equal(960, Law("lognormal median 2wd sigma 0.6").Median, 4);
        var law = Law("lognormal q10 1wh q90 3wd");
        Assert.Equal(60, law.Quantile(0.1), 4);
        Assert.Equal(1440, law.Quantile(0.9), 3);
    }

    [Theory]
    [InlineData("normal 1wh 2wh", "not a law of chance")]
    [InlineData("logormal median 1wh sigma 1", "Did you mean 'lognormal'?")]
    [InlineData("lognormal 2wd", "lognormal median 2wd sigma 0.6")]
    [InlineData("lognormal median 2wd sigma much", "not a number")]
    [InlineData("uniform 20wm 5wm", "from low to high")]
    [InlineData("pert 1wh 2wh 3d", "elapsed time")]
    [InlineData("exponential mean 0wm", "above zero")]
    [InlineData("gamma shape 0 mean 1wh", "shape")]
    [InlineData("lognormal q90 1wh q10 3wd", "larger share")]
    [InlineData("lognormal q0 1wh q100 3wd", "between 0 and 1")]
    [InlineData("empirical []", "not a length")]
    [InlineData("empirical 1wh", "empirical [1wh, 2wh, 5wh]")]
    [InlineData("10d", "working time is needed")]
    [InlineData("", "not a law of chance")]
    public void What_is_no_law_is_told_why_and_what_would_be_one(string text, string expected) =>
        Assert.Contains(expected, DistributionText.Parse(text, SpanUnits.Working)
            .Problem!, StringComparison.Ordinal);

    [Theory]
    [InlineData("lognormal median 2wd sigma 0.6", "lognormal median 1wd sigma 0.6")]
    [InlineData("empirical [1wh, 2wh]", "empirical [0.5wh, 1wh]")]
    [InlineData("lognormal q10 1wh q90 3wd", "lognormal q10 0.5wh q90 1.5wd")]
    public void Multiplied_only_its_lengths_change(string text, string half) =>
        Assert.Equal(half, DistributionText.Scaled(text, 0.5));

    [Fact]
    public void Every_example_is_a_law() =>
        Assert.All(DistributionText.Examples, text =>
            Assert.Null(DistributionText.Parse(text, SpanUnits.Working).Problem));

    private static Distribution Law(string text)
    {
        var (form, problem) = DistributionText.Parse(text, SpanUnits.Working);
        Assert.Null(problem);
        return form!.In(480).Distribution!;
    }
}
