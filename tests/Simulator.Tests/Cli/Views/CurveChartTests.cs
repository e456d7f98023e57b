using Simulator.Cli.Views;
using Simulator.Kernel.Time;

namespace Simulator.Tests.Cli.Views;

public sealed class CurveChartTests
{
    /// <summary>Nobody, one of a hundred, half, nearly all and all.</summary>
    [Fact]
    public void Anybody_at_all_is_seen_and_only_all_are_a_full_block() =>
        Assert.Equal(" ▁▄▇█", CurveChart.Strip([0, 0.01, 0.5, 0.999, 1]));

    [Fact]
    public void Areas_lie_in_one_another_and_a_line_goes_over_them()
    {
        var lines = CurveChart.Lines([('#', [0, 0.01, 0.5]), ('.', [0.2, 0.5, 1])], 'o', [0, 0.3, 1]).ToList();
        Assert.Equal(10, lines.Count);
        Assert.Equal(" 100 % ┤  o", lines[0]);
        Assert.Equal("  50 % ┤ .#", lines[5]);
        Assert.Equal("       ┤ o#", lines[7]);
        Assert.Equal("       ┤.##", lines[9]);
    }

    /// <summary>Two days from eight in the morning on, in 48 columns of an hour.</summary>
    [Fact]
    public void Dates_stand_below_the_column_in_which_they_begin()
    {
        var scale = new TimeScale(new TimeAxis(new CivilTime(2021, 3, 1, 8, 0)), 0, 48 * 60, 48);
        Assert.Equal((60, 48 * 60), (scale.EndOf(0), scale.EndOf(47)));
        var (marks, dates) = scale.Below();
        Assert.Equal("────────────────┴───────────────────────┴───────", marks);
        Assert.Equal(16, dates.IndexOf("03-02", StringComparison.Ordinal));
        Assert.Equal(40, dates.IndexOf("03-03", StringComparison.Ordinal));
        var short1 = new TimeScale(new TimeAxis(new CivilTime(2021, 3, 1, 8, 0)), 0, 6 * 60, 60).Below();
        Assert.StartsWith("03-01 09:00", short1.Dates.TrimStart(), StringComparison.Ordinal);
    }

    [Fact]
    public void Times_are_counted_in_stretches_that_a_screen_holds()
    {
        var days = Histogram.Of([10, 20, 3000, 20_000]);
        Assert.Equal((0, 1440, 14), (days.From, days.Width, days.Counts.Count));
        Assert.Equal((2, 1, 1), (days.Counts[0], days.Counts[2], days.Counts[13]));
        var far = Histogram.Of([6000, 6030, 6100]);
        Assert.Equal((6000, 15), (far.From, far.Width));
        Assert.Equal([1, 0, 1, 0, 0, 0, 1], far.Counts);
        Assert.Equal([0], Histogram.Of([]).Counts);
    }
}
