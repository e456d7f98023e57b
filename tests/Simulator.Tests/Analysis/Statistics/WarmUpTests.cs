using Simulator.Analysis.Statistics;
using Simulator.Kernel.Chance;

namespace Simulator.Tests.Analysis.Statistics;

public sealed class WarmUpTests
{
    [Fact]
    public void A_rule_drops_what_is_too_early_or_too_late()
    {
        double[] begins = [0, 1, 2, 5, 8, 9];
        Assert.Equal(new Cut(2, 0, 6), WarmUp.Before(begins, 2));
        Assert.Equal(new Cut(0, 2, 6), WarmUp.WithoutTime(begins, 10, 3));
        Assert.Equal([2.0, 5.0], WarmUp.Before(begins, 2).And(WarmUp.WithoutTime(begins, 10, 3)).From(begins));
        Assert.Equal((2, 1), (WarmUp.First(6, 0.2).Before, WarmUp.Last(6, 0.1).After));
        Assert.Equal(0, new Cut(4, 4, 6).Kept);
        Assert.Throws<ArgumentException>(() => new Cut(1, 1, 3).From(begins));
        Assert.Throws<ArgumentOutOfRangeException>(() => WarmUp.First(6, 1.2));
    }

    [Fact]
    public void Replications_are_averaged_place_by_place() =>
        Assert.Equal([2.0, 4.0], WarmUp.Averaged([[1, 3, 100], [3, 5]]));

    [Fact]
    public void A_series_that_steps_down_once_is_cut_at_its_step()
    {
        double[] series = [.. Enumerable.Range(0, 200).Select(n => n < 40 ? 10.0 + (n % 2) : n % 2)];
        var suggested = Mser.AtStart(series)!;
        Assert.Equal((40, true), (suggested.Cut.Before, suggested.IsSettled));
        var late = Mser.AtEnd([.. series.Reverse()])!;
        Assert.Equal(new Cut(0, 40, 200), late.Cut);
    }

    [Fact]
    public void A_series_that_never_settles_is_told()
    {
        Assert.False(Mser.AtStart([.. Enumerable.Range(0, 200).Select(n => (double)n)])!.IsSettled);
        Assert.Null(Mser.AtStart(new double[Mser.Fewest - 1]));
        Assert.Throws<ArgumentException>(() => Mser.AtStart([.. Enumerable.Repeat(double.NaN, 100)]));
    }

    /// <summary>
    /// X = 0.9 X' + Z from 20, whose mean in the long run is 0 and whose first thousand are 0.18 too high.
    /// </summary>
    [Fact]
    public void The_cut_takes_the_beginning_out_of_an_autoregression()
    {
        var (whole, cut) = (new List<double>(), new List<double>());
        for (ulong seed = 0; seed < 200; seed++)
        {
            var series = Autoregression(seed, 1_000);
            whole.Add(series.Average());
            cut.Add(Mser.AtStart(series)!.Cut.From(series).Average());
        }

        Assert.False(Means.Interval(whole, 0.999).Covers(0));
        Assert.True(Means.Interval(cut, 0.999).Covers(0), $"{Means.Interval(cut, 0.999)}");
    }

    /// <summary>
    /// M/M/1 at 80%, empty at first: of the exact mean wait of 4 services the first 2,000 customers show too
    /// little, and what the averaged series suggests to drop takes most of that away.
    /// </summary>
    [Fact]
    public void The_cut_takes_the_empty_beginning_out_of_a_queue()
    {
        var waits = Enumerable.Range(0, 400).Select(seed => Queue((ulong)seed, 600)).ToList();
        var suggested = Mser.AtStart(WarmUp.Averaged(waits))!;
        Assert.True(suggested.IsSettled);
        var whole = Means.Mean(waits.Select(each => each.Average()));
        var cut = Means.Interval(waits.Select(each => suggested.Cut.From(each).Average()), 0.999);
        TestContext.Current.TestOutputHelper?.WriteLine($"{whole} without a cut; {suggested}: {cut}");
        Assert.True(whole < 3.9, $"{whole}");
        Assert.True(Math.Abs(cut.Value - 4) < (4 - whole) / 2, $"{whole}, then {cut}");
    }

    private static double[] Autoregression(ulong seed, int count)
    {
        var draws = new DrawSequence(seed);
        var at = 20.0;
        return
        [
            .. Enumerable.Range(0, count).Select(_ =>
                at = (0.9 * at) + MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, draws.Unit())),
        ];
    }

    // Lindley's recurrence, in mean services.
    private static double[] Queue(ulong seed, int count)
    {
        var draws = new DrawSequence(seed);
        var wait = 0.0;
        return
        [
            .. Enumerable.Range(0, count).Select(_ =>
            {
                var now = wait;
                wait = Math.Max(0, wait - Math.Log(draws.Unit()) + (Math.Log(draws.Unit()) / 0.8));
                return now;
            }),
        ];
    }
}
