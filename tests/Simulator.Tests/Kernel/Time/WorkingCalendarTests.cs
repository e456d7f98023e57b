using Simulator.Kernel.Time;

namespace Simulator.Tests.Kernel.Time;

public sealed class WorkingCalendarTests
{
    // The telegram's Sunday, inside a public holiday that lasts until Monday.
    private static readonly TimeAxis Axis = new(new CivilTime(2021, 5, 2, 17));

    private static readonly WorkingCalendar Office = WorkingCalendar.Compile(Vietnam2021.Rule(), Axis);

    [Fact]
    public void Work_that_starts_on_a_Sunday_inside_a_public_holiday_waits_for_Tuesday_morning()
    {
        Assert.False(Office.IsOpen(0));
        Assert.Equal("2021-05-04T07:30", Civil(Office.NextOpen(0)));
        Assert.Equal("2021-05-04T08:00", Civil(Office.AddWorking(0, 30)));
    }

    [Fact]
    public void A_clerk_interrupted_by_Tet_goes_on_seven_days_later()
    {
        int afternoon = Tick("2021-02-09T16:00");
        Assert.Equal("2021-02-09T17:00", Civil(Office.Close(afternoon)));
        Assert.Equal("2021-02-17T07:31", Civil(Office.AddWorking(afternoon, 61)));
        Assert.Equal(61, Office.WorkingBetween(afternoon, Tick("2021-02-17T07:31")));
        Assert.Equal(0, Office.WorkingBetween(Tick("2021-02-09T17:00"), Tick("2021-02-17T07:30")));
    }

    [Fact]
    public void The_year_2021_has_250_working_days()
    {
        int minutes = Office.WorkingBetween(Tick("2021-01-01"), Tick("2022-01-01"));
        Assert.Equal(250 * 450, minutes);
    }

    [Theory]
    [InlineData("2021-05-04T07:29", false)]
    [InlineData("2021-05-04T07:30", true)]
    [InlineData("2021-05-04T11:29", true)]
    [InlineData("2021-05-04T11:30", false)]
    [InlineData("2021-05-04T13:30", true)]
    [InlineData("2021-05-04T17:00", false)]
    public void An_office_is_open_at_its_opening_minute_and_shut_at_its_closing_minute(string time, bool open) =>
        Assert.Equal(open, Office.IsOpen(Tick(time)));

    [Theory]
    [InlineData("2021-05-04T07:30", 240, "2021-05-04T11:30")]
    [InlineData("2021-05-04T07:30", 241, "2021-05-04T13:31")]
    [InlineData("2021-05-04T07:30", 450, "2021-05-04T17:00")]
    [InlineData("2021-05-04T11:30", 1, "2021-05-04T13:31")]
    [InlineData("2021-05-04T07:30", 10 * 450, "2021-05-17T17:00")]
    public void Work_that_fills_the_hours_exactly_ends_at_the_closing_edge(string start, int minutes, string end) =>
        Assert.Equal(end, Civil(Office.AddWorking(Tick(start), minutes)));

    [Theory]
    [InlineData("2021-05-02T17:00")]
    [InlineData("2021-05-04T08:00")]
    [InlineData("2022-06-01T08:00")]
    public void No_work_ends_where_it_starts_open_or_shut(string time) =>
        Assert.Equal(Tick(time), Office.AddWorking(Tick(time), 0));

    [Fact]
    public void What_the_coverage_does_not_hold_never_comes()
    {
        int lastAfternoon = Tick("2021-12-31T16:00");
        Assert.Equal("2021-12-31T17:00", Civil(Office.AddWorking(lastAfternoon, 60)));
        Assert.Equal(int.MaxValue, Office.AddWorking(lastAfternoon, 61));
        Assert.Equal(int.MaxValue, Office.AddWorking(0, int.MaxValue));
        Assert.Equal(int.MaxValue, Office.AddWorking(Tick("2022-01-01"), 1));
        Assert.Equal(int.MaxValue, Office.NextOpen(Tick("2021-12-31T17:00")));
        Assert.Equal(int.MaxValue, Office.NextOpen(int.MaxValue));
        Assert.False(Office.IsOpen(int.MaxValue));
        Assert.Equal(Office.WorkingBetween(0, Tick("2022-01-01")), Office.WorkingBetween(0, int.MaxValue));
        Assert.False(Office.IsOpen(int.MinValue));
        Assert.Equal("2021-01-04T07:30", Civil(Office.NextOpen(int.MinValue)));
    }

    [Fact]
    public void A_run_that_outlasts_the_coverage_is_refused()
    {
        Office.RequireCoverage(Axis.ToTick(new CivilTime(2022, 1, 1)));
        var error = Assert.Throws<ArgumentException>(
            () => Office.RequireCoverage(Axis.ToTick(new CivilTime(2022, 1, 1, 0, 1))));
        Assert.Equal(
            "The calendar 'vn/2021' covers 2021-01-01 to 2021-12-31, and the run lasts from 2021-05-02T17:00 "
            + "until 2022-01-01T00:01. Shorten the run, or extend the calendar.",
            error.Message);
        WorkingCalendar.AlwaysOpen.RequireCoverage(new Tick(int.MaxValue - 1));
    }

    [Fact]
    public void A_scenario_that_starts_outside_the_coverage_is_refused()
    {
        var late = new TimeAxis(new CivilTime(2022, 1, 1));
        var error = Assert.Throws<ArgumentException>(() => WorkingCalendar.Compile(Vietnam2021.Rule(), late));
        Assert.StartsWith("The calendar 'vn/2021' covers 2021-01-01 to 2021-12-31, and the scenario starts at "
            + "2022-01-01T00:00.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_make_up_Saturday_is_worked_like_the_Friday_it_replaces()
    {
        var saturday = new CivilDate(2021, 5, 8);
        var like = Compiled(Vietnam2021.Rule(MakeUpDay.WorkedLike(saturday, DayOfWeek.Friday)));
        Assert.Equal(450, like.WorkingBetween(Tick("2021-05-08"), Tick("2021-05-09")));

        var morning = new WorkingHours(new DayInterval(480, 720));
        var explicitly = Compiled(Vietnam2021.Rule(MakeUpDay.WorkedAt(saturday, morning)));
        Assert.Equal("2021-05-08T12:00", Civil(explicitly.Close(Tick("2021-05-08T08:00"))));
    }

    [Fact]
    public void A_body_that_is_closed_works_when_its_closure_ends()
    {
        var lockdown = new Closure(new CivilTime(2021, 5, 4, 9), new CivilTime(2021, 5, 6, 14), "lockdown");
        var closed = WorkingCalendar.Compile(Vietnam2021.Rule(), Axis, lockdown);
        Assert.Equal("2021-05-06T14:10", Civil(closed.AddWorking(Tick("2021-05-04T08:50"), 20)));
        var days = new TickInterval(Axis.ToTick(lockdown.From).Value, Axis.ToTick(lockdown.To).Value);
        Assert.Equal(Office.Except(days).Openings, closed.Openings);
    }

    [Fact]
    public void Hours_that_touch_at_midnight_are_one_opening()
    {
        var rule = new CalendarRule
        {
            Name = "duty week",
            Week = WeekHours.Always,
            NominalDay = 480,
            FirstDay = new CivilDate(2021, 5, 1),
            LastDay = new CivilDate(2021, 5, 9),
        };
        var duty = Compiled(rule);
        Assert.Equal(1, duty.Openings.Length);
        Assert.False(duty.IsAlwaysOpen);
        Assert.Equal("2021-05-10T00:00", Civil(duty.Close(0)));
        Assert.Equal("2021-05-03T17:00", Civil(duty.AddWorking(0, 1440)));
    }

    [Fact]
    public void An_office_that_is_always_open_counts_every_minute()
    {
        var open = Compiled(CalendarRule.AlwaysOpen);
        Assert.True(open.IsAlwaysOpen && WorkingCalendar.AlwaysOpen.IsAlwaysOpen);
        Assert.True(open.IsOpen(-5));
        Assert.Equal(7, open.NextOpen(7));
        Assert.Equal(int.MaxValue, open.Close(7));
        Assert.Equal(107, open.AddWorking(7, 100));
        Assert.Equal(int.MaxValue, open.AddWorking(7, int.MaxValue));
        Assert.Equal(100, open.WorkingBetween(7, 107));
        Assert.Throws<OverflowException>(() => open.WorkingBetween(int.MinValue, int.MaxValue));
    }

    [Fact]
    public void A_duty_desk_may_be_shut_for_a_while_and_stays_without_limit()
    {
        var flood = new Closure(new CivilTime(2021, 5, 3), new CivilTime(2021, 5, 4));
        var desk = WorkingCalendar.Compile(CalendarRule.AlwaysOpen, Axis, flood);
        Assert.Equal(Tick("2021-05-03"), desk.Close(int.MinValue));
        Assert.Equal("2021-05-04T00:01", Civil(desk.AddWorking(0, 421)));
        Assert.Equal(int.MaxValue, desk.Close(Tick("2031-01-01")));
        Assert.Equal(Tick("2031-01-01T00:05"), desk.AddWorking(Tick("2031-01-01"), 5));
        Assert.Equal(int.MaxValue, desk.AddWorking(int.MaxValue - 3, 4));
        Assert.Equal(int.MaxValue, desk.AddWorking(-10, int.MaxValue));
        Assert.Equal(420, desk.WorkingBetween(0, Tick("2021-05-04")));
    }

    [Fact]
    public void An_urgent_paper_is_handled_on_the_holiday_by_an_office_that_extends_its_hours()
    {
        var daily = new WorkingHours(new DayInterval(360, 1320));
        var piercing = Compiled(new CalendarRule
        {
            Name = "urgent",
            Week = WeekHours.Weekdays(daily) with { Saturday = daily, Sunday = daily },
            NominalDay = 960,
            FirstDay = new CivilDate(2021, 4, 1),
            LastDay = new CivilDate(2022, 3, 31),
        });
        var urgent = Office.Extended(piercing);
        Assert.Equal(30, urgent.AddWorking(0, 30));
        Assert.Equal("2021-05-03T06:01", Civil(urgent.AddWorking(0, 301)));
        Assert.Equal(450, urgent.NominalDay);
        Assert.Equal(Tick("2021-04-01"), urgent.Coverage.From);
        Assert.Equal(Tick("2022-01-01"), urgent.Coverage.To);
        Assert.True(Office.Extended(WorkingCalendar.AlwaysOpen).IsAlwaysOpen);
        Assert.Equal(Office.Openings, Office.Intersect(WorkingCalendar.AlwaysOpen).Openings);
    }

    [Fact]
    public void Calendars_that_count_from_different_starts_cannot_be_combined()
    {
        var other = WorkingCalendar.Compile(Vietnam2021.Rule(), new TimeAxis(new CivilTime(2021, 6, 1)));
        Assert.Throws<ArgumentException>(() => Office.Extended(other));
        Assert.Throws<ArgumentException>(() => Office.Intersect(other));
    }

    [Fact]
    public void Questions_without_sense_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Office.Close(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Office.AddWorking(0, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Office.WorkingBetween(1, 0));
    }

    private static WorkingCalendar Compiled(CalendarRule rule) => WorkingCalendar.Compile(rule, Axis);

    private static string Civil(int tick) => Axis.ToCivil(new Tick(tick)).ToString();

    private static int Tick(string text)
    {
        Assert.True(CivilTime.TryParse(text, out var time, out string? problem), problem);
        return Axis.ToTick(time).Value;
    }
}
