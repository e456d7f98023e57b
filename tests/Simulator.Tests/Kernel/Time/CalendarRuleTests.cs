using Simulator.Kernel.Time;

namespace Simulator.Tests.Kernel.Time;

public sealed class CalendarRuleTests
{
    private static readonly CivilDate May4 = new(2021, 5, 4);

    [Fact]
    public void The_calendar_of_2021_has_no_problems() => Assert.Empty(Vietnam2021.Rule().Problems());

    [Fact]
    public void The_calendar_that_is_always_open_has_no_problems() =>
        Assert.Empty(CalendarRule.AlwaysOpen.Problems());

    [Theory]
    [InlineData(690, 450, "11:30-07:30")]
    [InlineData(450, 450, "07:30-07:30")]
    [InlineData(-1, 450, "-1 to 450")]
    [InlineData(0, 1441, "0 to 1441")]
    public void Hours_that_do_not_end_after_they_begin_are_refused(int from, int to, string named)
    {
        var error = Assert.Throws<ArgumentException>(() => new DayInterval(from, to));
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Hours_that_overlap_are_refused()
    {
        var error = Assert.Throws<ArgumentException>(
            () => new WorkingHours(new DayInterval(450, 700), new DayInterval(690, 1020)));
        Assert.StartsWith(
            "The working hours 07:30-11:40 and 11:30-17:00 overlap", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Hours_in_the_wrong_order_are_refused()
    {
        var error = Assert.Throws<ArgumentException>(
            () => new WorkingHours(new DayInterval(810, 1020), new DayInterval(450, 690)));
        Assert.Contains("are in the wrong order", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new WorkingHours(default(DayInterval)));
    }

    [Fact]
    public void Hours_are_equal_when_their_intervals_are()
    {
        var same = new WorkingHours(new DayInterval(450, 690), new DayInterval(810, 1020));
        Assert.Equal(Vietnam2021.OfficeHours, same);
        Assert.Equal(Vietnam2021.OfficeHours.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(WorkingHours.AllDay, same);
        Assert.Equal("07:30-11:30, 13:30-17:00", same.ToString());
        Assert.Equal("00:00-24:00", WorkingHours.AllDay.ToString());
        Assert.Equal(450, same.Minutes);
    }

    [Fact]
    public void A_closure_that_ends_when_it_begins_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => new Closure(May4.Midnight, May4.Midnight));
        Assert.Equal(
            "A closure ends after it begins: 2021-05-04T00:00 must be later than 2021-05-04T00:00. "
            + "A closure of one whole day ends at 00:00 of the next.",
            error.Message);
    }

    [Fact]
    public void A_calendar_without_a_nominal_day_is_refused() =>
        Refused("The calendar 'office' has no nominal day", Rule(nominalDay: 0));

    [Fact]
    public void A_nominal_day_longer_than_a_day_is_refused() =>
        Refused("The calendar 'office' has a nominal day of 1441 minutes", Rule(nominalDay: 1441));

    [Fact]
    public void A_calendar_without_a_name_is_refused() => Refused("A calendar needs a name.", Rule(name: " "));

    [Fact]
    public void A_calendar_with_hours_and_no_coverage_is_refused() =>
        Refused("The calendar 'office' has no coverage", Rule(first: null, last: null));

    [Fact]
    public void A_coverage_with_one_end_is_refused() =>
        Refused("The calendar 'office' has only one end of its coverage", Rule(last: null));

    [Fact]
    public void A_coverage_turned_round_is_refused() => Refused(
        "The calendar 'office' covers nothing: its first date, 2021-05-31, is later than its last, 2021-05-01.",
        Rule(first: "2021-05-31", last: "2021-05-01"));

    [Fact]
    public void A_calendar_that_never_opens_is_refused() =>
        Refused("The calendar 'office' never opens", Rule(week: new WeekHours()));

    [Fact]
    public void A_holiday_named_twice_is_refused() => Refused(
        "The calendar 'office' has the holiday 2021-05-04 (flood) twice.",
        Rule(holidays: [new(May4), new(May4, "flood")]));

    [Fact]
    public void A_holiday_outside_the_coverage_is_refused() => Refused(
        "The calendar 'office' covers 2021-05-01 to 2021-05-31, and the holiday 2012-05-04 lies outside.",
        Rule(holidays: [new(new CivilDate(2012, 5, 4))]));

    [Fact]
    public void A_make_up_day_that_is_a_holiday_is_refused() => Refused(
        "The calendar 'office' has 2021-05-04 both as a holiday and as a make-up day",
        Rule(holidays: [new(May4)], makeUpDays: [MakeUpDay.WorkedLike(May4, DayOfWeek.Monday)]));

    [Fact]
    public void A_make_up_day_worked_like_a_day_off_is_refused() => Refused(
        "The calendar 'office' has the make-up day 2021-05-04 without working hours",
        Rule(makeUpDays: [MakeUpDay.WorkedLike(May4, DayOfWeek.Sunday)]));

    [Fact]
    public void A_closure_outside_the_coverage_is_refused_in_the_rule_and_in_a_body()
    {
        var june = new Closure(new CivilTime(2021, 6, 1), new CivilTime(2021, 6, 2));
        Refused("The calendar 'office' covers 2021-05-01 to 2021-05-31, and the closure", Rule(closures: [june]));
        var axis = new TimeAxis(new CivilTime(2021, 5, 2));
        Assert.Throws<ArgumentException>(() => WorkingCalendar.Compile(Rule(), axis, june));
        var across = new Closure(new CivilTime(2021, 5, 31), new CivilTime(2021, 6, 2));
        Assert.Equal(axis.ToTick(new CivilTime(2021, 5, 28, 17)).Value,
            WorkingCalendar.Compile(Rule(), axis, across).Openings[^1].To);
    }

    [Fact]
    public void All_problems_are_told_at_once() => Assert.Equal(3, Rule(name: "", nominalDay: 0, last: null)
        .Problems().Count());

    private static void Refused(string beginning, CalendarRule rule)
    {
        var error = Assert.Throws<ArgumentException>(rule.Validate);
        Assert.StartsWith(beginning, error.Message, StringComparison.Ordinal);
    }

    private static CalendarRule Rule(
        string name = "office",
        int nominalDay = 450,
        string? first = "2021-05-01",
        string? last = "2021-05-31",
        WeekHours? week = null,
        Holiday[]? holidays = null,
        MakeUpDay[]? makeUpDays = null,
        Closure[]? closures = null) => new()
        {
            Name = name,
            Week = week ?? WeekHours.Weekdays(Vietnam2021.OfficeHours),
            NominalDay = nominalDay,
            FirstDay = Date(first),
            LastDay = Date(last),
            Holidays = holidays ?? [],
            MakeUpDays = makeUpDays ?? [],
            Closures = closures ?? [],
        };

    private static CivilDate? Date(string? text) =>
        text is null ? null : CivilDate.TryParse(text, out var date) ? date : throw new FormatException(text);
}
