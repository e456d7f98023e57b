using System.Globalization;
using FsCheck.Fluent;
using Simulator.Kernel.Time;

namespace Simulator.Tests.Kernel.Time;

public sealed class CivilTimeTests
{
    private const int FirstYear = 1800;
    private const int MinutesOfFourCenturies = 146_097 * 1440;

    [Fact]
    public void Times_over_four_centuries_agree_with_the_base_library()
    {
        var minutes = Gen.Choose(0, MinutesOfFourCenturies).Two().ToArbitrary();
        Seeded.Holds(
            minutes,
            pair =>
            {
                var (first, second) = pair;
                var time = new CivilTime(FirstYear, 1, 1).AddMinutes(first);
                var expected = new DateTime(FirstYear, 1, 1).AddMinutes(first);
                Assert.Equal(Iso(expected), time.ToString());
                Assert.Equal(expected.DayOfWeek, time.DayOfWeek);
                Assert.Equal(
                    (expected.Year, expected.Month, expected.Day, expected.Hour, expected.Minute),
                    (time.Year, time.Month, time.Day, time.Hour, time.Minute));
                Assert.Equal(new CivilTime(time.Year, time.Month, time.Day, time.Hour, time.Minute), time);
                Assert.Equal(expected.Ticks / TimeSpan.TicksPerMinute, time.Minutes);
                Assert.Equal(
                    Iso(expected.AddMinutes(-second)),
                    time.AddMinutes(-second).ToString());
                Assert.True(CivilTime.TryParse(time.ToString(), out var read));
                Assert.Equal(time, read);
            },
            times: 2000);
    }

    [Theory]
    [InlineData("2021-05-02", 0, 0)]
    [InlineData("2021-05-02T08:00", 8, 0)]
    [InlineData("2021-05-02 23:59", 23, 59)]
    public void A_time_is_read_in_three_shapes(string text, int hour, int minute)
    {
        Assert.True(CivilTime.TryParse(text, out var time, out string? problem), problem);
        Assert.Equal(new CivilTime(2021, 5, 2, hour, minute), time);
        Assert.Equal((2021, 5, 2, hour, minute), (time.Year, time.Month, time.Day, time.Hour, time.Minute));
    }

    [Theory]
    [InlineData("2021-05-02T24:00", "24 does not; midnight is 00:00 of the next day")]
    [InlineData("2021-05-02T08:60", "minutes run from 0 to 59, and 60 does not")]
    [InlineData("2021-02-30T08:00", "2021-02 has the days 1 to 28, and no 30")]
    [InlineData("2021-05-02T08:00:00", "write 2021-05-02T08:00, to the minute and without zone")]
    [InlineData("2021-05-02T08:00+07:00", "write 2021-05-02T08:00, to the minute and without zone")]
    [InlineData("2021-05-02T", "write 2021-05-02T08:00, to the minute and without zone")]
    [InlineData("tomorrow", "write 2021-05-02T08:00, to the minute and without zone")]
    public void A_text_that_is_no_time_is_refused_with_the_reason(string text, string reason)
    {
        Assert.False(CivilTime.TryParse(text, out _, out string? problem));
        Assert.Contains(reason, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void The_last_minute_of_a_day_is_followed_by_the_next_day()
    {
        var date = new CivilDate(2021, 12, 31);
        Assert.Equal(new CivilTime(2022, 1, 1), new CivilTime(date, 1440));
        Assert.Throws<ArgumentException>(() => new CivilTime(date, 1441));
        Assert.Throws<ArgumentException>(() => new CivilTime(CivilDate.First, -1));
        Assert.Throws<OverflowException>(() => new CivilTime(9999, 12, 31, 23, 59).AddMinutes(1));
        Assert.Throws<OverflowException>(() => default(CivilTime).AddMinutes(-1));
    }

    [Fact]
    public void Times_are_ordered_as_they_pass()
    {
        var earlier = new CivilTime(2021, 5, 2, 8);
        var later = earlier.AddMinutes(1);
        Assert.True(earlier < later && later > earlier && earlier <= later && later >= earlier);
        Assert.True(earlier.CompareTo(later) < 0);
    }

    private static string Iso(DateTime time) =>
        time.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);
}
