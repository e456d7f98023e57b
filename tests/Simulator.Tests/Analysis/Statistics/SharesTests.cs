using Simulator.Analysis.Statistics;

namespace Simulator.Tests.Analysis.Statistics;

public sealed class SharesTests
{
    /// <summary>Newcombe, Statistics in Medicine 17, 1998, 857-872, table I, method 3.</summary>
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void Wilson_s_intervals_are_those_that_Newcombe_printed(int hits, int trials, double low, double high)
    {
        var share = Shares.Interval(hits, trials);
        Assert.Equal(low, share.Low, 4);
        Assert.Equal(high, share.High, 4);
    }

    [Fact]
    public void Twenty_hits_of_twenty_leave_room_for_a_miss()
    {
        var all = Shares.Interval(Enumerable.Repeat(1.0, 20));
        Assert.Equal((1, 1), (all.Value, all.High));
        Assert.Equal(0.8389, all.Low, 4);
        Assert.False(Shares.Interval([double.NaN]).HasInterval);
        Assert.Throws<ArgumentOutOfRangeException>(() => Shares.Interval(3, 2));
    }

    /// <summary>
    /// Airways of 21 children before and after a transplantation (Fagerland, Lydersen and Laake, Statistics in
    /// Medicine 33, 2014, 2850-2875): one before and after, one only before, seven only after; the difference is
    /// 0.286, Newcombe's interval 0.026 to 0.507.
    /// </summary>
    [Fact]
    public void The_difference_of_paired_shares_is_that_of_the_airways()
    {
        var difference = Shares.PairedDifference(1, 1, 7, 12);
        Assert.Equal(0.286, difference.Value, 3);
        Assert.Equal(0.026, difference.Low, 3);
        Assert.Equal(0.507, difference.High, 3);
    }

    [Fact]
    public void Pairs_that_always_agree_leave_a_difference_possible_that_was_not_seen()
    {
        var same = Shares.PairedDifference(10, 0, 0, 10);
        Assert.Equal(0, same.Value);
        Assert.InRange(same.High, 0.01, 0.2);
        Assert.Equal(-same.Low, same.High, 12);
        Assert.InRange(Shares.PairedDifference(20, 0, 0, 0).High, 0.01, 0.3);
        Assert.False(Shares.PairedDifference(0, 0, 0, 0).HasInterval);
    }
}
