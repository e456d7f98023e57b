using Simulator.Kernel.Chance;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;
using Simulator.Tests.Kernel.Models;

namespace Simulator.Tests.Laws;

/// <summary>When papers come by a channel that does more than take its time, by hand. Tick 0 is a Monday at 08:00.</summary>
public sealed class ChannelLaws
{
    private const int Day = 1440;

    [Theory]
    [InlineData(0, 120)]
    [InlineData(120, 120)]
    [InlineData(121, 480)]
    [InlineData(480, 480)]
    [InlineData(481, Day + 120)]
    [InlineData((4 * Day) + 500, (7 * Day) + 120)]
    public void Post_leaves_at_ten_and_at_four_on_working_days(int issued, int leaves)
    {
        var post = Plain with { Leaves = new DepartureRule { At = [960, 600], Calendar = "office" }, Delay = Distribution.Constant(50) };
        Assert.Equal([leaves + 50], ArrivalsBy(post, issued));
    }

    [Fact]
    public void Post_does_not_leave_on_a_holiday()
    {
        var post = Plain with { Leaves = new DepartureRule { At = [600], Calendar = "office" } };
        var model = Flat(1, post, 0);
        var office = model.Calendars["office"];
        model = model with
        {
            Calendars = new Dictionary<string, CalendarRule>
            {
                ["office"] = office.With(new Closure(new CivilTime(2021, 3, 1), new CivilTime(2021, 3, 2))),
            },
        };
        Assert.Equal([Day + 120 + 1], Arrivals(Played.Of(model)));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 7 * Day)]
    [InlineData(3 * Day, 7 * Day)]
    public void A_meeting_hands_over_to_all_at_once_on_its_day(int issued, int held)
    {
        var meeting = Plain with { Leaves = new DepartureRule { At = [480], Day = DayOfWeek.Monday }, Delay = Distribution.Constant(0) };
        Assert.Equal([Math.Max(held, issued + 1)], ArrivalsBy(meeting, issued, bodies: 20).Distinct());
    }

    [Fact]
    public void A_meeting_that_is_not_held_again_hands_over_nothing()
    {
        var meeting = Plain with { Leaves = new DepartureRule { Moments = [new CivilTime(2021, 3, 2, 8, 0)] } };
        Assert.Equal([Day + 1], ArrivalsBy(meeting, 100));
        Assert.Empty(ArrivalsBy(meeting, Day + 1));
    }

    [Fact]
    public void Who_is_absent_from_a_meeting_gets_his_paper_later_or_never()
    {
        var meeting = Plain with { Leaves = new DepartureRule { At = [600] }, Absent = 1, AbsentAfter = new(2000) };
        Assert.Equal([120 + 2000 + 1], ArrivalsBy(meeting, 0));
        var played = Played.Of(Flat(1, meeting with { AbsentAfter = null }, 0));
        Assert.Empty(Arrivals(played));
        Assert.Equal(255, Assert.Single(played.Entries, entry => entry.Kind == EntryKind.Lost).Server);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(208, 209)]
    [InlineData(210, 301)]
    [InlineData(300, 301)]
    [InlineData(600, Day + 1)]
    public void A_telephone_reaches_a_clerk_who_is_at_work(int issued, int answered)
    {
        // The clerk is there from 08:00 to 11:30 and from 13:00 to 17:00.
        var phone = Plain with { NeedsClerk = true };
        Assert.Equal([answered], ArrivalsBy(phone, issued));
    }

    [Fact]
    public void Each_failed_attempt_puts_a_paper_off_and_the_last_loses_it()
    {
        const int bodies = 4000;
        const double fails = 0.5;
        var mail = Plain with { Fails = fails, MostRetries = 3, RetriesAfter = new(10) };
        var played = Played.Of(Flat(bodies, mail, 0), new RunOptions { Seed = 5 });
        var arrivals = Arrivals(played);
        Assert.All(arrivals, tick => Assert.Equal(1, tick % 10));
        for (var failures = 0; failures <= 3; failures++)
        {
            Wilson.Agrees(
                Math.Pow(fails, failures) * (1 - fails), arrivals.Count(tick => tick == 1 + (10 * failures)), bodies, 0.03,
                $"{failures} failures");
        }

        var lost = played.By("b/0", EntryKind.Lost).ToList();
        Wilson.Agrees(Math.Pow(fails, 4), lost.Count, bodies, 0.03, "lost");
        Assert.All(lost, entry => Assert.Equal(4, entry.Server));
        Assert.Equal(bodies, arrivals.Count + lost.Count);
    }

    [Fact]
    public void A_channel_that_always_fails_stops_after_the_first_attempt_and_five_more()
    {
        var played = Played.Of(Flat(1, Plain with { Fails = 1 }, 0));
        Assert.Equal(6, Assert.Single(played.Entries, entry => entry.Kind == EntryKind.Lost).Server);
    }

    [Fact]
    public void What_waits_for_an_outage_leaves_with_the_next_post()
    {
        var post = Plain with { Leaves = new DepartureRule { At = [600] }, Outage = new ChannelOutage(new Tick(130), false) };
        Assert.Equal([Day + 120 + 1], ArrivalsBy(post, 0));
    }

    private static Channel Plain => new() { Id = Sketch.Wire, Delay = Distribution.Constant(1) };

    private static List<int> ArrivalsBy(Channel channel, int issued, int bodies = 1) =>
        Arrivals(Played.Of(Flat(bodies, channel, issued)));

    private static List<int> Arrivals(Played played) =>
        [.. played.Entries.Where(entry => entry.BringsDirective).Select(entry => entry.Tick)];

    private static Model Flat(int bodies, Channel channel, int issued)
    {
        var clerk = new WorkingHours(new DayInterval(480, 690), new DayInterval(780, 1020));
        var model = Sketch.Model(
            [Sketch.Kind("level-0"), Sketch.Kind("level-1") with { Clerk = Sketch.Heads(1, "office") }],
            Sketch.Tree(1, bodies),
            Sketch.Directive("d", "b/0", Sketch.Duty("a", 10)) with { Issued = new Tick(issued) });
        return model with
        {
            Channels = [channel],
            Calendars = new Dictionary<string, CalendarRule>
            {
                ["office"] = new()
                {
                    Name = "office",
                    Week = WeekHours.Weekdays(clerk),
                    NominalDay = 450,
                    FirstDay = new CivilDate(2021, 1, 1),
                    LastDay = new CivilDate(2021, 12, 31),
                },
            },
        };
    }
}
