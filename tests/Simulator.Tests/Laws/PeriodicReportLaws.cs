using Simulator.Kernel.Chance;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;
using Simulator.Tests.Kernel.Models;

namespace Simulator.Tests.Laws;

/// <summary>The cascade of cut-off hours of Hải Phòng, 23 February 2021: 15:00, 15:30, 16:00, 16:30, daily.</summary>
public sealed class PeriodicReportLaws
{
    private const int Villages = 4;

    private static readonly string[] Levels = ["city", "district", "commune", "village"];

    /// <summary>Figures of 15:00 are at the city by 16:30, and each level counts all that is below it.</summary>
    [Fact]
    public void What_is_done_at_15_00_is_known_at_the_top_by_16_30_of_the_same_day()
    {
        // The villages take three days from their paper of 8:03 and so are done on the fourth day.
        var played = Played.Of(City(travel: 1));
        var told = ToldTo(played, "city");
        Assert.Equal(Enumerable.Range(1, told.Count), told.Select(report => (int)report.Item));
        Assert.Equal([1, 2, 3], told.Where(report => report.B == 2).Select(report => (int)report.Item));
        Assert.All(told.Take(3), report => Assert.Equal(
            (Villages + 2, 2, At(report.Item, 16, 1)), (report.A, report.B, report.Tick)));
        var known = Assert.Single(played.By("city", EntryKind.Closed));
        Assert.Equal((Villages + 2, Villages + 2), (known.A, known.B));
        Assert.DoesNotContain(played.Entries, entry => entry.Kind == EntryKind.FiguresLate);
    }

    /// <summary>Half an hour lies between the hours of two levels: 30 minutes are in time, 31 a day late.</summary>
    [Theory]
    [InlineData(30, 1)]
    [InlineData(31, 2)]
    public void A_report_that_is_a_minute_late_is_a_day_late(int travel, int day)
    {
        var played = Played.Of(City(travel));
        var districts = played.By("district", EntryKind.FiguresClosed).ToList();
        Assert.Equal(1 + Villages + 1, districts.First(entry => entry.A > 2).A);
        var complete = districts.First(entry => entry.A == Villages + 2);
        Assert.Equal(day == 1 ? 1 : 3, complete.Item);
        Assert.Equal(day == 1, !played.Entries.Any(entry => entry.Kind == EntryKind.FiguresLate));
    }

    /// <summary>Whatever the delays, no day's figures count more bodies than there are below, or anybody twice.</summary>
    [Fact]
    public void Figures_are_cumulative_and_never_count_a_body_twice()
    {
        for (var run = 0; run < 20; run++)
        {
            var model = City(1) with
            {
                Channels = [new Channel { Id = Sketch.Wire, Delay = Distribution.Lognormal(900, 1.2), Loss = 0.1 }],
            };
            var told = ToldTo(Played.Of(model, new() { Seed = 3, Replication = run }), "city");
            Assert.All(told, report => Assert.InRange(report.A, 1, Villages + 2));
            Assert.All(told, report => Assert.InRange(report.B, 0, report.A));
        }
    }

    [Fact]
    public void Weekends_can_be_left_out()
    {
        var rule = City(1).Directives[0].Periodic!;
        var days = ToldTo(Played.Of(Asking(rule with { WorkingDaysOnly = true })), "city")
            .Select(report => Sketch.Axis.ToCivil(new Tick(report.Tick)).DayOfWeek).ToList();
        Assert.Contains(DayOfWeek.Friday, days);
        Assert.DoesNotContain(DayOfWeek.Saturday, days);
        Assert.DoesNotContain(DayOfWeek.Sunday, days);
        Assert.Equal(2, ToldTo(Played.Of(Asking(rule with { Every = TickSpan.FromDays(7) })), "city").Count);
    }

    private static List<Entry> ToldTo(Played played, string body) =>
        [.. played.By(body, EntryKind.Arrived).Where(entry => entry.What == (byte)PaperClass.PeriodicReport)];

    private static int At(int day, int hour, int minute) =>
        Sketch.Axis.ToTick(Sketch.Axis.Start.Date.AddDays(day - 1).Midnight.AddMinutes((hour * 60) + minute)).Value;

    private static Model Asking(PeriodicReport rule)
    {
        var model = City(1);
        var order = model.Directives[0];
        return model with
        {
            Calendars = new Dictionary<string, CalendarRule> { ["office"] = Kernel.Time.Vietnam2021.Rule() },
            Kinds = [.. model.Kinds.Select(kind => kind with { Clerk = Sketch.Heads(1, "office") })],
            Directives =
            [
                order with
                {
                    Periodic = rule,
                    Assignments = [order.Assignments[0] with { Takes = Distribution.Constant(12 * 1440) }],
                },
            ],
        };
    }

    /// <summary>A city, a district, a commune and its villages; steps take no time, papers so long.</summary>
    internal static Model City(int travel) => Sketch.Model(
        [
            .. Levels.Select(level => Sketch.Kind(
                level, Sketch.Takes(Simulator.Kernel.Office.Step.CarryOut, null, 0))),
        ],
        [
            Sketch.Body("city", "city"), Sketch.Body("district", "district", "city"),
            Sketch.Body("commune", "commune", "district"),
            .. Enumerable.Range(1, Villages).Select(place => Sketch.Body($"v/{place}", "village", "commune")),
        ],
        Sketch.Directive(
            "count", "city",
            Sketch.Duty("a", 3 * 1440) with { By = [new Selector { Level = "village" }] }) with
        {
            Periodic = new PeriodicReport
            {
                Figures = 900,
                Due = new Dictionary<string, int> { ["village"] = 930, ["commune"] = 960, ["district"] = 990 },
            },
        }) with
    {
        Channels = [new Channel { Id = Sketch.Wire, Delay = Distribution.Constant(travel) }],
        Until = TickSpan.FromDays(20),
    };
}
