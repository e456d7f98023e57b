using Simulator.Analysis.Measures.Delays;
using Simulator.Analysis.Statistics;

namespace Simulator.Tests.Analysis.Measures.Delays;

public sealed class DelaySampleTests
{
    /// <summary>Of 10, 20, 30 and 40 minutes, and one body to which it has not happened, places are 0 to 4.</summary>
    [Fact]
    public void A_body_to_which_it_has_not_happened_is_later_than_all_others()
    {
        var sample = new DelaySample([40, 10, 30, 20], 5);
        Assert.Equal((5, 4, 1), (sample.Bodies, sample.Happened, sample.NotHappened));
        Assert.Equal([10, 14, 30, 40], new[] { 0, 1000, 5000, 7500 }.Select(share => sample.Quantile(share)!.Value));
        Assert.Null(sample.Quantile(7501));
        Assert.Null(sample.Quantile(10_000));
        Assert.Equal((25.0, 40), (sample.Mean, sample.Longest));
    }

    [Fact]
    public void Of_nobody_there_is_no_quantile()
    {
        Assert.Null(new DelaySample([], 0).Quantile(5000));
        Assert.Null(new DelaySample([], 3).Quantile(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DelaySample([1, 2], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DelaySample([1], 1).Quantile(10_001));
    }

    /// <summary>Where it has happened to all, the quantiles are those that are computed elsewhere.</summary>
    [Fact]
    public void Quantiles_are_of_the_seventh_definition()
    {
        for (var count = 1; count < 60; count += 7)
        {
            int[] minutes = [.. Enumerable.Range(0, count).Select(place => place * place % 97)];
            var sample = new DelaySample(minutes, count);
            double[] sorted = [.. minutes.Order().Select(each => (double)each)];
            for (var share = 0; share <= 10_000; share += 250)
            {
                Assert.Equal(Sample.Quantile(sorted, share / 10_000.0), sample.Quantile(share)!.Value, 9);
            }
        }
    }
}
