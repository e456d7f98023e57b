using Simulator.Analysis.Statistics;

namespace Simulator.Tests.Analysis.Statistics;

public sealed class PairedDifferenceTests
{
    /// <summary>
    /// Hours of sleep gained with two drugs by the same ten patients (Student, Biometrika 6, 1908, p. 20): the
    /// mean difference is 1.58, t = 4.0621, p = 0.002833, interval 0.7001 to 2.4599, as R's t.test prints.
    /// </summary>
    [Fact]
    public void Student_s_ten_patients_slept_an_hour_and_a_half_longer()
    {
        double[] first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];
        double[] second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
        var paired = PairedDifference.Of(first, second);
        Assert.Equal(1.58, paired.Difference.Value, 10);
        Assert.Equal(0.7001, paired.Difference.Low, 4);
        Assert.Equal(2.4599, paired.Difference.High, 4);
        Assert.Equal(0.002833, paired.Probability, 6);
        Assert.True(paired.IsToldApart);
        Assert.Equal(1 - (1.512889 / (3.200556 + 4.009)), paired.VarianceRemoved, 6);
    }

    [Fact]
    public void Pairs_without_an_answer_are_left_out_and_counted()
    {
        var paired = PairedDifference.Of([1, double.NaN, 3, 4], [2, 5, double.NaN, 6]);
        Assert.Equal((2, 2, 1.5), (paired.Pairs, paired.LeftOut, paired.Difference.Value));
    }

    [Fact]
    public void Equal_pairs_differ_by_exactly_nothing()
    {
        var paired = PairedDifference.Of([0.1, 0.7, 0.3], [0.1, 0.7, 0.3]);
        Assert.Equal((0, 0, 0), (paired.Difference.Value, paired.Difference.Low, paired.Difference.High));
        Assert.Equal((true, false, 1, 1), (paired.AllEqual, paired.IsToldApart, paired.Probability, paired.VarianceRemoved));
    }

    [Fact]
    public void A_difference_that_never_varies_is_judged_by_the_sign_test_and_all_variance_is_removed()
    {
        var three = PairedDifference.Of([1, 2, 3], [2, 3, 4]);
        Assert.Equal((false, 0.25, 1), (three.IsToldApart, three.Probability, three.VarianceRemoved));
        var six = PairedDifference.Of([1, 2, 3, 4, 5, 6], [2, 3, 4, 5, 6, 7]);
        Assert.Equal((true, 1.0 / 32), (six.IsToldApart, six.Probability));
    }

    [Fact]
    public void Pairs_that_pull_apart_have_removed_less_than_nothing() =>
        Assert.Equal(-1, PairedDifference.Of([1, 2, 3], [3, 2, 1]).VarianceRemoved, 10);

    [Fact]
    public void One_pair_tells_nothing_apart()
    {
        var one = PairedDifference.Of([1], [2]);
        Assert.Equal((1, false), (one.Difference.Value, one.IsToldApart));
        Assert.True(double.IsNaN(one.Probability) && double.IsNaN(one.VarianceRemoved));
        Assert.False(PairedDifference.Of([], []).AllEqual);
        Assert.Throws<ArgumentException>(() => PairedDifference.Of([1], []));
    }
}
