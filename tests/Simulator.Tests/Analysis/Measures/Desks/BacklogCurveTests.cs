using Simulator.Analysis.Measures.Desks;
using Simulator.Kernel.Office;
using Simulator.Tests.Kernel.Models;

namespace Simulator.Tests.Analysis.Measures.Desks;

/// <summary>How many pieces of work lie at a desk over time.</summary>
public sealed class BacklogCurveTests
{
    /// <summary>One waits from 10 to 20 and is in hand until 30; one comes at 15 and is never done; one is done as it comes.</summary>
    private static readonly BacklogCurve Three = BacklogCurve.Of([Stay(10, 20, 30), Stay(15, -1, -1), Stay(12, 12, 12)]);

    [Fact]
    public void Each_minute_at_whose_end_the_number_changes_is_a_point() => Assert.Equal(
        [new(10, 1, 0, 0), new(15, 1, 0, 1), new(20, 0, 1, 1), new BacklogPoint(30, 0, 0, 1)], Three.Points);

    [Theory]
    [InlineData(9, 0)]
    [InlineData(10, 1)]
    [InlineData(19, 2)]
    [InlineData(30, 1)]
    [InlineData(5000, 1)]
    public void At_a_moment_it_is_what_has_come_and_is_not_done(int at, int all) => Assert.Equal(all, Three.At(at).All);

    [Fact]
    public void The_most_is_told_with_the_first_minute_of_it()
    {
        Assert.Equal((15, 2), (Three.Most(0, 100).Tick, Three.Most(0, 100).All));
        Assert.Equal((25, 2), (Three.Most(25, 100).Tick, Three.Most(25, 100).All));
        Assert.Equal((0, 0), (Three.Most(0, 10).Tick, Three.Most(0, 10).All));
    }

    /// <summary>From 10 to 30 one, and from 15 to 40 another: 45 minutes in 40.</summary>
    [Fact]
    public void The_mean_is_over_time()
    {
        Assert.Equal(45, Three.Minutes(0, 40));
        Assert.Equal(45 / 40.0, Three.Mean(0, 40));
        Assert.Equal(30, Three.MinutesWithAny(0, 40));
        Assert.Equal(double.NaN, Three.Mean(7, 7));
    }

    [Fact]
    public void A_paper_that_is_dropped_lies_there_until_then() => Assert.Equal(
        [new(5, 0, 0, 1), new BacklogPoint(9, 0, 0, 0)], BacklogCurve.Of([Stay(5, -1, 9)]).Points);

    /// <summary>Little's law (Operations Research 9, 1961, 383-387), over any stretch of time and with the edges cut.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_mean_number_is_the_rate_times_the_mean_stay(int seed)
    {
        var dice = new Dice((ulong)seed);
        DeskStay[] stays =
        [
            .. Enumerable.Range(0, 500).Select(_ => (From: dice.Between(0, 4000), Wait: dice.Between(0, 300), Work: dice.Between(0, 90)))
                .Select(each => Stay(each.From, each.From + each.Wait, each.From + each.Wait + each.Work)),
        ];
        foreach (var (from, to) in new[] { (0, 6000), (700, 3100), (1000, 1001) })
        {
            var minutes = stays.Select(stay => stay.MinutesWithin(from, to)).Where(each => each > 0).ToList();
            var rate = minutes.Count / (double)(to - from);
            Assert.Equal(rate * minutes.Average(), BacklogCurve.Of(stays).Mean(from, to), 9);
        }
    }

    private static DeskStay Stay(int from, int started, int ended) =>
        new(Body: 0, Root: 0, Post.Clerk, Step.Register, Server: 0, from, started, ended);
}
