using Simulator.Analysis.Statistics;

namespace Simulator.Tests.Analysis.Statistics;

public sealed class ManyComparisonsTests
{
    /// <summary>As R's p.adjust(c(0.01, 0.02, 0.03, 0.04, 0.05), "holm") gives them.</summary>
    [Fact]
    public void Holm_s_probabilities_are_those_of_R()
    {
        double[] exact = [0.05, 0.08, 0.09, 0.09, 0.09];
        var corrected = ManyComparisons.Holm([0.01, 0.02, 0.03, 0.04, 0.05]);
        Assert.All(exact.Zip(corrected), pair => Assert.Equal(pair.First, pair.Second, 12));
    }

    [Fact]
    public void They_keep_their_places_stay_below_one_and_leave_gaps_alone()
    {
        var corrected = ManyComparisons.Holm([0.9, double.NaN, 0.01, 0.6]);
        Assert.Equal(0.03, corrected[2], 12);
        Assert.Equal((1, 1), (corrected[0], corrected[3]));
        Assert.True(double.IsNaN(corrected[1]));
        Assert.Empty(ManyComparisons.Holm([]));
    }

    [Fact]
    public void Five_intervals_need_99_percent_each_for_95_together()
    {
        Assert.Equal(0.99, ManyComparisons.ConfidenceOfEach(0.95, 5), 12);
        Assert.Throws<ArgumentOutOfRangeException>(() => ManyComparisons.ConfidenceOfEach(0.95, 0));
    }

    [Fact]
    public void A_difference_that_looks_real_alone_need_not_among_others()
    {
        var weak = PairedDifference.Of(new double[5], [1, 2, 3, 0.2, 0.1]);
        var strong = PairedDifference.Of(new double[5], [10, 11, 10, 11, 10]);
        Assert.InRange(weak.Probability, 0.03, 0.1);
        Assert.Equal([true, false, false], ManyComparisons.ToldApart([strong, weak, PairedDifference.Of([0], [1])]));
        Assert.Equal([true], ManyComparisons.ToldApart([weak], 0.9));
        Assert.Equal([false, false], ManyComparisons.ToldApart([weak, weak], 0.9));
    }
}
