using Simulator.Analysis.Measures;
using Simulator.Analysis.Traces;
using Simulator.Kernel.Conduct;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;
using Simulator.Tests.Kernel.Models;

namespace Simulator.Tests.Kernel.Office;

public sealed class InspectionTests
{
    private static readonly FollowUpRule InspectsAll = new() { InspectAfter = new(100), InspectsAll = true, Sanctions = true };

    [Fact]
    public void What_is_ignored_is_done_after_an_inspection_and_not_before()
    {
        var played = Play(new ConductRule { Ignore = 1 }, InspectsAll);
        var ignored = Assert.Single(played.By("b/1", EntryKind.Ignored));
        var inspected = Assert.Single(played.By("b/1", EntryKind.Inspected));
        var done = Assert.Single(played.By("b/1", EntryKind.StepEnded), entry => entry.Step == Step.CarryOut);
        Assert.Equal((1, 0, 1), (ignored.Tick, inspected.A, inspected.B));
        Assert.Equal((101, 101 + 30), (inspected.Tick, done.Tick));
        Assert.Equal(1, Assert.Single(played.By("b/1", EntryKind.Sanctioned)).A);
    }

    [Fact]
    public void Work_that_an_inspection_starts_is_true_and_not_in_the_report_that_has_left()
    {
        var played = Play(new ConductRule { Ignore = 1 }, InspectsAll);
        Assert.Equal(0, Assert.Single(played.By("b/0", EntryKind.Closed)).B);
        var progress = ProgressReader.Read(new RunTrace(played.Model, [.. played.Entries]))[0];
        Assert.Equal(131, progress[played.Model.IndexOf(Hash64.Of("b/1"))].CompliedAt);
        Assert.Equal(0, progress[played.Model.IndexOf(Hash64.Of("b/0"))].ReportedComplied);
    }

    [Fact]
    public void The_silent_alone_are_inspected_unless_the_rule_says_all()
    {
        var silent = InspectsAll with { InspectsAll = false };
        Assert.Empty(Play(new ConductRule { Ignore = 1 }, silent).By("b/1", EntryKind.Inspected));
        var found = Assert.Single(Play(new ConductRule { Stall = 1 }, silent).By("b/1", EntryKind.Inspected));
        Assert.Equal((1, 0), (found.A, found.B));
    }

    [Fact]
    public void A_reminder_that_is_not_heeded_leaves_all_as_it_was()
    {
        var rule = new FollowUpRule { AfterIssue = new(50), Again = new TickSpan(50), AtMost = 4 };
        var deaf = Play(new ConductRule { Stall = 1, Heeds = 0 }, rule);
        Assert.Equal([51, 101, 151, 201], deaf.By("b/1", EntryKind.Arrived).Skip(1).Select(entry => entry.Tick));
        Assert.Empty(deaf.By("b/1", EntryKind.Resumed));
        Assert.Equal(51, Assert.Single(Play(new ConductRule { Stall = 1 }, rule).By("b/1", EntryKind.Resumed)).Tick);
    }

    [Fact]
    public void A_relay_that_is_ignored_is_not_waited_for_and_leaves_after_an_inspection()
    {
        var played = Play(new ConductRule { Relay = new RelayConduct { Ignore = 1 } }, InspectsAll, bodies: 3);
        Assert.Equal(31, Assert.Single(played.By("b/1", EntryKind.Closed)).Tick);
        Assert.Equal(0, Assert.Single(played.By("b/1", EntryKind.Closed)).B);
        Assert.Equal(101, Assert.Single(played.By("b/1", EntryKind.Issued)).Tick);
        Assert.Equal(102, played.By("b/2", EntryKind.Arrived).First().Tick);
    }

    [Fact]
    public void Inspectors_from_outside_get_going_what_is_ignored_where_they_come()
    {
        var visit = new ExternalEvent
        {
            Id = "visit",
            At = new Tick(60),
            Is = EventKind.Inspection,
            Bodies = [new Selector { Named = "b/1" }],
        };
        var model = Model(new ConductRule { Ignore = 1 }, new FollowUpRule(), 2) with { Events = [visit] };
        var played = Played.Of(model);
        Assert.Equal(60, Assert.Single(played.By("b/1", EntryKind.Resumed)).Tick);
        Assert.Equal(1, Assert.Single(played.By("b/1", EntryKind.Inspected)).What);
    }

    [Fact]
    public void An_outbreak_lifts_diligence_at_its_moment()
    {
        var rule = new DiligenceRule
        {
            Start = 1,
            Floor = 0,
            HalfLife = new(60),
            Lifts = new DiligenceLifts { Outbreak = 0.5 },
        };
        var model = Model(ConductRule.Compliant, new FollowUpRule(), 2) with
        {
            Events = [new ExternalEvent { Id = "cases", At = new Tick(120), Is = EventKind.Outbreak, Bodies = [new()] }],
        };
        model = model with { Kinds = [model.Kinds[0], model.Kinds[1] with { Diligence = rule }] };
        var lifted = Assert.Single(Played.Of(model).Entries, entry => entry.Kind == EntryKind.DiligenceLifted);
        Assert.Equal((120, 250_000, 625_000), (lifted.Tick, lifted.A, lifted.B));
    }

    private static Played Play(ConductRule conduct, FollowUpRule rule, int bodies = 2) =>
        Played.Of(Model(conduct, rule, bodies));

    private static Model Model(ConductRule conduct, FollowUpRule rule, int bodies) => Sketch.Model(
        [
            Sketch.Kind("level-0") with { FollowUp = rule },
            .. Enumerable.Range(1, bodies - 1).Select(level =>
                Sketch.Kind($"level-{level}", Sketch.Takes(Step.CarryOut, null, 0)) with { Conduct = conduct }),
        ],
        Sketch.Chain(bodies),
        Sketch.Directive("d", "b/0", Sketch.Duty("a", 30)));
}
