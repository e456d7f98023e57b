using Simulator.Kernel.Time;

namespace Simulator.Tests.Kernel.Time;

public sealed class CivilDateTests
{
    [Fact]
    public void Every_date_from_year_1_to_9999_agrees_with_the_base_library()
    {
        var expected = DateTime.MinValue;
        for (var date = CivilDate.First; ; date = date.AddDays(1), expected = expected.AddDays(1))
        {
            if ((date.Year, date.Month, date.Day) != (expected.Year, expected.Month, expected.Day)
                || date.DayOfWeek != expected.DayOfWeek
                || new CivilDate(expected.Year, expected.Month, expected.Day) != date)
            {
                Assert.Fail($"{date} should be {expected:yyyy-MM-dd}, {expected.DayOfWeek}");
            }

            if (date == CivilDate.Last)
            {
                break;
            }
        }

        Assert.Equal(DateTime.MaxValue.Date, expected);
    }

    [Theory]
    [InlineData(1900, false)]
    [InlineData(2000, true)]
    [InlineData(2020, true)]
    [InlineData(2021, false)]
    public void A_century_is_a_leap_year_only_every_fourth_time(int year, bool leap) =>
        Assert.Equal(leap ? 29 : 28, CivilDate.DaysInMonth(year, 2));

    [Fact]
    public void The_default_is_the_first_date() => Assert.Equal("0001-01-01", default(CivilDate).ToString());

    [Fact]
    public void A_date_survives_being_written_and_read()
    {
        var date = new CivilDate(2021, 5, 2);
        Assert.True(CivilDate.TryParse(date.ToString(), out var read));
        Assert.Equal(date, read);
    }

    [Theory]
    [InlineData("2021-02-29", "'2021-02-29' is not a date: 2021-02 has the days 1 to 28, and no 29.")]
    [InlineData("2021-13-01", "'2021-13-01' is not a date: months run from 1 to 12, and 13 does not.")]
    [InlineData("0000-01-01", "'0000-01-01' is not a date: years run from 1 to 9999, and 0 does not.")]
    [InlineData("2/5/2021", "'2/5/2021' is not a date: write year-month-day, like 2021-05-02.")]
    [InlineData("2021-5-2", "'2021-5-2' is not a date: write year-month-day, like 2021-05-02.")]
    [InlineData("2021-05-０2", "'2021-05-０2' is not a date: write year-month-day, like 2021-05-02.")]
    [InlineData(" 2021-05-02", "' 2021-05-02' is not a date: write year-month-day, like 2021-05-02.")]
    [InlineData("", "'' is not a date: write year-month-day, like 2021-05-02.")]
    public void A_text_that_is_no_date_is_refused_with_the_reason(string text, string reason)
    {
        Assert.False(CivilDate.TryParse(text, out _, out string? problem));
        Assert.Equal(reason, problem);
    }

    [Fact]
    public void A_date_that_does_not_exist_cannot_be_made()
    {
        var error = Assert.Throws<ArgumentException>(() => new CivilDate(2021, 4, 31));
        Assert.Equal("There is no such date: 2021-04 has the days 1 to 30, and no 31.", error.Message);
    }

    [Fact]
    public void Dates_end_with_the_year_9999()
    {
        Assert.Throws<OverflowException>(() => CivilDate.Last.AddDays(1));
        Assert.Throws<OverflowException>(() => CivilDate.First.AddDays(-1));
        Assert.Throws<OverflowException>(() => CivilDate.Last.AddDays(int.MaxValue));
    }
}
