using Simulator.Kernel.Time;

namespace Simulator.Tests.Kernel.Time;

public sealed class TimeAxisTests
{
    private static readonly TimeAxis BacKan = new(new CivilTime(2021, 5, 2, 8));

    [Fact]
    public void The_start_is_tick_zero_and_a_day_later_is_tick_1440()
    {
        Assert.Equal(Tick.Start, BacKan.ToTick(BacKan.Start));
        Assert.Equal(new Tick(1440), BacKan.ToTick(new CivilTime(2021, 5, 3, 8)));
        Assert.Equal(new Tick(-480), BacKan.ToTick(new CivilTime(2021, 5, 2)));
        Assert.Equal(new CivilTime(2021, 5, 3, 7, 30), BacKan.ToCivil(new Tick(1410)));
    }

    [Theory]
    [InlineData(420, "2021-05-03T07:30:00+07:00")]
    [InlineData(0, "2021-05-03T07:30:00+00:00")]
    [InlineData(-210, "2021-05-03T07:30:00-03:30")]
    public void A_tick_is_written_with_its_offset_from_UTC(int offset, string expected) =>
        Assert.Equal(expected, new TimeAxis(BacKan.Start, offset).ToIso(new Tick(1410)));

    [Fact]
    public void Vietnam_is_seven_hours_ahead_unless_said_otherwise() => Assert.Equal(420, BacKan.Offset);

    [Fact]
    public void A_number_series_by_year_restarts_on_the_first_of_January()
    {
        var from = BacKan.ToTick(new CivilTime(2021, 1, 1));
        var to = BacKan.ToTick(new CivilTime(2024, 1, 1));
        Assert.Equal(
            ["2021-01-01T00:00", "2022-01-01T00:00", "2023-01-01T00:00"],
            BacKan.YearStarts(from, to).Select(tick => BacKan.ToCivil(tick).ToString()));
        Assert.Empty(BacKan.YearStarts(Tick.Start, Tick.Start));
        Assert.Single(BacKan.YearStarts(from + new TickSpan(1), to - new TickSpan(525_600)));
    }

    [Fact]
    public void Year_starts_of_a_longer_run_begin_with_those_of_a_shorter_one()
    {
        var shorter = BacKan.YearStarts(Tick.Start, new Tick(2_000_000));
        var longer = BacKan.YearStarts(Tick.Start, new Tick(9_000_000));
        Assert.Equal(shorter, longer[..shorter.Length]);
    }

    [Fact]
    public void A_party_series_restarts_with_each_term()
    {
        CivilDate[] congresses = [new(2015, 10, 14), new(2020, 10, 14)];
        Assert.Equal(
            ["2015-10-14T00:00", "2020-10-14T00:00"],
            BacKan.TermStarts(congresses).Select(tick => BacKan.ToCivil(tick).ToString()));
        var error = Assert.Throws<ArgumentException>(() => BacKan.TermStarts([congresses[1], congresses[0]]));
        Assert.Equal("Terms follow one another: 2015-10-14 must be later than 2020-10-14.", error.Message);
    }

    [Fact]
    public void What_lies_out_of_reach_of_a_tick_is_refused()
    {
        Assert.Throws<ArgumentException>(() => BacKan.ToTick(new CivilTime(9999, 1, 1)));
        Assert.Throws<ArgumentException>(() => BacKan.ToCivil(Tick.Never));
        Assert.Throws<ArgumentException>(() => new TimeAxis(BacKan.Start, 15 * 60));
    }

    [Fact]
    public void Axes_with_the_same_start_and_offset_are_equal() =>
        Assert.Equal(new TimeAxis(new CivilTime(2021, 5, 2, 8), 420), BacKan);
}
