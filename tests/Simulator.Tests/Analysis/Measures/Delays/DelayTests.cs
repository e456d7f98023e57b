using Simulator.Analysis.Measures;
using Simulator.Analysis.Measures.Delays;
using Simulator.Analysis.Traces;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;
using Simulator.Tests.Kernel.Models;
using Simulator.Tests.Shipped;

namespace Simulator.Tests.Analysis.Measures.Delays;

public sealed class DelayTests
{
    private const string Mornings = "mornings";

    public static TheoryData<string> Scenarios => ShippedRun.Names;

    public static TheoryData<int> Seeds => [.. MadeUp.Seeds(60)];

    /// <summary>
    /// A minute on the wire, 10 to register, 20 to assign, 100 to carry out, 5 to compile the report and a minute on the wire
    /// again: the office is there after 1, 11, 131 and 137 minutes.
    /// </summary>
    [Fact]
    public void Times_are_counted_from_the_issue_and_own_parts_from_what_enabled_them()
    {
        var times = Assert.Single(Read(Office(null, 500)).By([0], Grouping.Level)).Times;
        Assert.Equal([1, 11, 131, 137], Longest(times, each => each.Elapsed));
        Assert.Equal([1, 10, 120, 6], Longest(times, each => each.OwnElapsed));
        Assert.Equal([1, 11, 131, 137], Longest(times, each => each.InHours));
        Assert.Equal((0, 0), (times[(int)TimeTo.Relay].Elapsed.Bodies, times[(int)TimeTo.Relay].Elapsed.Happened));
    }

    /// <summary>
    /// Offices work from 8 to 12. Issued at 11:30, the paper comes at 11:31, is registered at 11:41, assigned at 8:01 of the
    /// next morning and carried out at 9:41: the twenty hours between noon and eight are no hours of the office.
    /// </summary>
    [Fact]
    public void In_hours_nothing_passes_while_the_office_is_closed()
    {
        var times = Assert.Single(Read(Office(Mornings, 210)).By([0], Grouping.Kind)).Times;
        Assert.Equal([1, 11, 20 * 60 + 131, 20 * 60 + 137], Longest(times, each => each.Elapsed));
        Assert.Equal([1, 11, 131, 137], Longest(times, each => each.InHours));
        Assert.Equal([1, 10, 120, 6], Longest(times, each => each.OwnInHours));
    }

    [Fact]
    public void Places_are_the_parts_below_the_lowest_body_that_is_above_all()
    {
        var model = Sketch.Model(
            [.. Enumerable.Range(0, 4).Select(level => Sketch.Kind($"level-{level}"))],
            [Sketch.Body("top", "level-0"), Sketch.Body("middle", "level-1", "top"),
                Sketch.Body("east", "level-2", "middle"), Sketch.Body("west", "level-2", "middle"),
                Sketch.Body("east/1", "level-3", "east"), Sketch.Body("east/2", "level-3", "east")],
            Sketch.Directive("d", "top"));
        var reader = Read(model);
        Assert.Equal([("middle", 1), ("east", 3), ("west", 1)], Names(reader.By([0], Grouping.Place)));
        Assert.Equal([("level-2", 1), ("level-3", 2)], Names(reader.By([0], Grouping.Level, under: 2)));
        Assert.Equal([("east", 1), ("east/1", 1), ("east/2", 1)], Names(reader.By([0], Grouping.Place, under: 2)));
        Assert.Equal([("state", 5)], Names(reader.By([0], Grouping.Line)));
        Assert.Equal(5, reader.All([0]).Bodies);
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Every_shipped_run_keeps_the_laws_of_times(string name) => KeepsTheLaws(ShippedRun.Base(name));

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Made_up_models_keep_the_laws_of_times(int seed) =>
        KeepsTheLaws(Played.Of(GeneratedModel.Of(seed), new RunOptions { Seed = (ulong)seed }));

    private static void KeepsTheLaws(Played played)
    {
        var trace = new RunTrace(played.Model, [.. played.Entries]);
        var progress = ProgressReader.Read(trace);
        var reader = new DelayReader(trace, progress);
        var measures = DirectiveMeasures.Of(trace, progress);
        for (var root = 0; root < trace.Model.Directives.Count; root++)
        {
            var all = reader.All([root]);
            Assert.Equal(measures[root].Addressed, all.Bodies);
            Assert.Equal(measures[root].Reached, all.Times[(int)TimeTo.Reach].Elapsed.Happened);
            Assert.Equal(measures[root].Registered, all.Times[(int)TimeTo.Register].Elapsed.Happened);
            Assert.Equal(measures[root].Complied, all.Times[(int)TimeTo.Comply].Elapsed.Happened);
            foreach (var by in Enum.GetValues<Grouping>())
            {
                var groups = reader.By([root], by);
                Assert.Equal(all.Bodies, groups.Sum(group => group.Bodies));
                foreach (var to in Enum.GetValues<TimeTo>())
                {
                    Assert.Equal(
                        all.Times[(int)to].Elapsed.Minutes.Sum(each => (long)each),
                        groups.Sum(group => group.Times[(int)to].Elapsed.Minutes.Sum(each => (long)each)));
                }
            }

            foreach (var times in all.Times)
            {
                Assert.Equal(times.Elapsed.Happened, times.InHours.Happened);
                Assert.Equal(times.Elapsed.Happened, times.OwnElapsed.Happened);
                Assert.True(times.Elapsed.Minutes.Zip(times.InHours.Minutes).All(each => each.First >= each.Second));
                Assert.True(times.OwnElapsed.Minutes.Zip(times.OwnInHours.Minutes).All(each => each.First >= each.Second));
                Assert.True(times.Elapsed.Minutes.Zip(times.OwnElapsed.Minutes).All(each => each.First >= each.Second));
            }

            foreach (var level in reader.By([root], Grouping.Level))
            {
                var median = measures[root].MedianDelays.SingleOrDefault(each => each.Level == level.Name);
                if (median?.Reached == level.Bodies)
                {
                    Assert.Equal(median.Hours * 60, level.Times[(int)TimeTo.Reach].Elapsed.Quantile(5000)!.Value, 9);
                }
            }
        }
    }

    /// <summary>One office, told by an issuer; both by one calendar, or always at work.</summary>
    private static Model Office(string? calendar, int issued)
    {
        var kind = Sketch.Kind(
            "office", Sketch.Takes(Step.Register, Post.Clerk, 10), Sketch.Takes(Step.Assign, Post.Leadership, 20),
            Sketch.Takes(Step.CarryOut, Post.Staff, 100), Sketch.Takes(Step.Compile, Post.Staff, 5));
        var model = Sketch.Model(
            [
                Sketch.Kind("issuer"),
                kind with
                {
                    Clerk = Sketch.Heads(1, calendar),
                    Leadership = Sketch.Heads(1, calendar),
                    Staff = Sketch.Heads(1, calendar),
                },
            ],
            [Sketch.Body("issuer", "issuer"), Sketch.Body("office", "office", "issuer")],
            Sketch.Directive("d/1", "issuer", Sketch.Duty("a", 100)) with { Issued = new Tick(issued) });
        var morning = new DayInterval(8 * 60, 12 * 60);
        return calendar is null ? model : model with
        {
            Calendars = new Dictionary<string, CalendarRule>
            {
                [calendar] = new()
                {
                    Name = calendar,
                    NominalDay = 240,
                    Week = WeekHours.Weekdays(new WorkingHours(morning)),
                    FirstDay = new CivilDate(2021, 1, 1),
                    LastDay = new CivilDate(2021, 12, 31),
                },
            },
        };
    }

    private static DelayReader Read(Model model)
    {
        var played = Played.Of(model);
        var trace = new RunTrace(played.Model, [.. played.Entries]);
        return new DelayReader(trace, ProgressReader.Read(trace));
    }

    private static IEnumerable<int> Longest(IReadOnlyList<DelayFigures> times, Func<DelayFigures, DelaySample> sample) =>
        times.Where(each => each.To != TimeTo.Relay).Select(each => sample(each).Longest!.Value);

    private static IEnumerable<(string, int)> Names(IReadOnlyList<DelayGroup> groups) =>
        groups.Select(group => (group.Name, group.Bodies));
}
