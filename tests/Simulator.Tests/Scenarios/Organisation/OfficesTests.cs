using Simulator.Kernel.Conduct;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;

namespace Simulator.Tests.Scenarios.Organisation;

public sealed class OfficesTests
{
    [Fact]
    public void A_calendar_is_read_with_its_week_holidays_and_make_up_days()
    {
        var calendar = Sample.Sound(Sample.Load(Sample.Scenario)).Model!.Calendars["office-hours"];
        Assert.Equal((480, "07:30-11:30, 13:30-17:30"),
            (calendar.NominalDay, calendar.Week.Monday.ToString()));
        Assert.Equal(WorkingHours.None, calendar.Week.Sunday);
        Assert.Equal(["2021-04-30 Ngày Chiến thắng", "2021-05-03 nghỉ bù"],
            calendar.Holidays.Select(day => $"{day.Date} {day.Name}"));
        Assert.Equal(DayOfWeek.Monday, calendar.MakeUpDays[0].Like);
    }

    [Fact]
    public void A_step_has_a_law_for_each_urgency_a_missing_one_takes_the_next_lower()
    {
        var register = Kind("office").Steps[0];
        Assert.Equal((Step.Register, Post.Clerk), (register.Step, register.By));
        Assert.Equal([10, 10, 10, 2, 2], register.Takes.Select(law => law.Mean));
        Assert.Single(Kind("office").Steps[1].Takes);
    }

    [Fact]
    public void An_office_has_three_posts_with_heads_calendar_and_attention()
    {
        var kind = Kind("office", "office: { staff: { attention: deadline-first, pierces-from: urgent } }");
        Assert.Equal((1, "office-hours", "duty-hours", Urgency.Express), Post(kind.Clerk));
        Assert.Equal((5, "office-hours", null, Urgency.Urgent), Post(kind.Staff));
        Assert.Equal(Attention.DeadlineFirst, kind.Staff.Attention);

        static (int, string?, string?, Urgency) Post(Resource resource) =>
            (resource.Heads, resource.Calendar, resource.PiercingCalendar, resource.PiercesFrom);
    }

    [Fact]
    public void Other_papers_are_a_number_a_day_and_how_long_they_take()
    {
        var load = Kind("office", "office: { load: { incoming: 20.6, outgoing: 6, settles: pert 10wm 20wm 2wh, "
            + "drafts: 0.5wd, urgent: 10%, times: 3, backlog: 12 } }").Load!;
        Assert.Equal(
            (20.6, 6, 0.1, 3, 12), (load.Incoming, load.Outgoing, load.Urgent, load.Times, load.Backlog));
        Assert.Equal((35, 240), (Math.Round(load.Settles!.Mean), load.Drafts!.Mean));
        Assert.Null(Kind("office", "office: { load: none }").Load);
        Assert.Null(Kind("office").Load);
    }

    [Fact]
    public void Attention_is_a_word_or_a_rule_with_its_list()
    {
        var kind = Kind("office", "office: { clerk: { attention: random }, leadership: { attention: priority-list }, "
            + "staff: { attention: { rule: priority-list, length: 2, follows: 99.99% } } }");
        Assert.Equal(
            (Attention.Random, Attention.PriorityList, Attention.PriorityList),
            (kind.Clerk.Attention, kind.Leadership.Attention, kind.Staff.Attention));
        Assert.Equal(new PriorityList(), kind.Leadership.List);
        Assert.Equal((2, 0.9999), (kind.Staff.List.Length, Math.Round(kind.Staff.List.Follows, 9)));
    }

    [Fact]
    public void What_nobody_does_takes_elapsed_time()
    {
        var draft = Kind("office", "office: { steps: { draft: { by: nobody, takes: 2d } } }").Steps[2];
        Assert.Equal((null, 2880), (draft.By, draft.Takes[0].Mean));
    }

    [Fact]
    public void Conduct_follow_up_relay_and_numbers_are_the_kinds()
    {
        var kind = Kind("party",
            "party: { relay: cover-letter, drafts-always: true, conduct: { stall: 5%, ignore: 0.01 }, "
                + "follow-up: { after-issue: 7d } }");
        Assert.Equal(new ConductRule { Stall = 0.05, Ignore = 0.01 }, kind.Conduct);
        Assert.Equal(new FollowUpRule { AfterIssue = TickSpan.FromDays(7) }, kind.FollowUp);
        Assert.Equal((RelayForm.CoverLetter, true, NumberSeries.ByTerm),
            (kind.Relay, kind.DraftsAlways, kind.Numbers));
        Assert.True(kind.RelaysTo[0].Led);
    }

    [Theory]
    [InlineData("kinds: { ward: { level: hamlet } }", "no level 'hamlet'")]
    [InlineData("kinds: { ward: { clerk: { calendar: office-hour } } }", "no calendar 'office-hour'")]
    [InlineData("kinds: { ward: { staff: { heads: 65 } } }", "from 1 to 64")]
    [InlineData("kinds: { ward: { steps: { assign: { by: clerk, takes: 2d } } } }", "done by people")]
    [InlineData("kinds: { ward: { steps: { assign: { by: nobody, takes: 2wd } } } }",
        "Nobody does this step")]
    [InlineData("kinds: { ward: { steps: { carry-out: { takes: 2wd } } } }",
        "as long as the assignment says")]
    [InlineData("kinds: { ward: { steps: { sign: { by: staff } } } }", "how long it takes")]
    [InlineData("kinds: { ward: { steps: { sign: { by: staff, takes: { urgent: 1wd } } } } }",
        "no 'routine'")]
    [InlineData("kinds: { ward: { steps: { assign: { per-addressee: 1wm } } } }", "has no addressees")]
    [InlineData("kinds: { ward: { steps: { assign: { same-server: true } } } }",
        "same post does the step before")]
    [InlineData("kinds: { ward: { steps: { register: { same-server: true } } } }",
        "same post does the step before")]
    [InlineData("kinds: { ward: { relays-to: [nobody-there] } }", "no body or group 'nobody-there'")]
    [InlineData("kinds: { ward: { conduct: { stall: 150% } } }", "more than 100%")]
    [InlineData("calendars: { office-hours: { hours: { mon: [\"17:00-08:00\"] } } }", "end after they begin")]
    [InlineData("calendars: { office-hours: { hours: { mon-fry: [\"08:00-17:00\"] } } }",
        "no day of the week")]
    [InlineData("calendars: { office-hours: { hours: { fri: [\"08:00-17:00\"] } } }", "are there already")]
    [InlineData("calendars: { office-hours: { covers: [2021-12-31, 2021-01-01] } }", "covers nothing")]
    [InlineData("calendars: { office-hours: { holidays: { 2022-01-01: x } } }", "lies outside")]
    [InlineData("calendars: { office-hours: { working-day: 8wh } }", "elapsed time is needed")]
    [InlineData("calendars: { office-hours: { covers: [0001-01-01, 9999-12-31] } }",
        "at most a hundred years")]
    [InlineData("calendars: { duty-hours: { closed: [[2021-01-01, 9999-12-31]] } }", "longer than ten years")]
    [InlineData("calendars: { duty-hours: { closed: [[9999-01-01, 9999-12-31]] } }", "centuries away")]
    [InlineData("terms: [0001-01-01]", "centuries away")]
    [InlineData("channels: { axis: { delay: 1wd } }", "elapsed time is needed")]
    [InlineData("levels: [district, commune, district]", "there twice")]
    [InlineData("terms: [2025-10-01, 2020-10-01]", "must be later")]
    public void What_makes_no_sense_in_an_office_is_an_error(string part, string what) =>
        Assert.Contains(
            Sample.With("bodies:\n", $"{part}\nbodies:\n").Problems,
            problem => problem.What.Contains(what, StringComparison.Ordinal));

    private static BodyKind Kind(string id, string? change = null)
    {
        var result = change is null
            ? Sample.Load(Sample.Scenario)
            : Sample.With("bodies:\n", $"kinds: {{ {change} }}\nbodies:\n");
        return Sample.Sound(result).Model!.Kinds.Single(kind => kind.Id == id);
    }
}
