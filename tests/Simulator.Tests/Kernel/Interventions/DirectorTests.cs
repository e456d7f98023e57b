using Simulator.Analysis.Measures;
using Simulator.Analysis.Traces;
using Simulator.Kernel.Chance;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Interventions;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;
using Simulator.Tests.Kernel.Models;
using Xunit;

namespace Simulator.Tests.Kernel.Interventions;

public sealed class DirectorTests
{
    private static readonly IReadOnlyList<Selector> Below = [new Selector { Level = "below" }];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    [Fact]
    public void A_condition_acts_a_minute_after_it_has_come_to_hold_and_once()
    {
        var played = Play(When("reached", GoalMeasure.Reached, Comparison.AtLeast, 10_000, new ReminderAct(Above, null)));
        var begun = Assert.Single(played.Entries, entry => entry.Kind == EntryKind.Intervened);
        Assert.Equal((2, 1, 4, 4), (begun.Tick, begun.Started, begun.A, begun.B));
        var reminded = Assert.Single(played.By("top", EntryKind.FollowedUp));
        Assert.Equal((2, Director.Hash, begun.Sequence), (reminded.Tick, reminded.CauseBody, reminded.CauseSequence));
    }

    [Fact]
    public void With_repeat_it_acts_each_time_that_it_comes_to_hold_again()
    {
        var once = When("half", GoalMeasure.Reached, Comparison.AtMost, 5000, new ReminderAct(Above, null));
        Assert.Equal([1], Begun(Play(once)));
        Assert.Equal([1, 5001], Begun(Play(once with { Repeats = true })));
    }

    [Fact]
    public void What_is_overdue_is_seen_in_the_minute_after_the_date_where_nothing_else_happens()
    {
        var due = new Intervention
        {
            Id = "late",
            When = ConditionOn(GoalMeasure.Overdue, Comparison.Above, 2000),
            Acts = [new ReminderAct(Above, null)],
        };
        Assert.Equal([502], Begun(Play(due)));
    }

    [Fact]
    public void Closed_offices_work_off_what_is_left_when_they_are_open_again()
    {
        Assert.Equal(1 + 600, Done(Play()));
        var closed = new Intervention { Id = "quarantine", At = new Tick(101), For = new TickSpan(1000), Acts = [new ClosingAct(Below)] };
        Assert.Equal(1 + 600 + 1000, Done(Play(closed)));
        var twice = closed with { Id = "again", At = new Tick(1201) };
        Assert.Equal(1 + 600 + 2000, Done(Play(closed, twice)));
    }

    [Fact]
    public void Whoever_is_absent_finishes_what_he_has_and_takes_nothing_up()
    {
        var absent = new Intervention
        {
            Id = "flu",
            At = new Tick(101),
            For = new TickSpan(10_000),
            Acts = [new AbsenceAct(Below, Post.Staff, 1)],
        };
        var played = Play(absent);
        Assert.Equal([601, 10_101 + 600], Works(played));
        Assert.Equal([601, 5601], Works(Play()));
    }

    [Fact]
    public void One_more_of_the_staff_takes_up_what_waits()
    {
        var more = new Intervention { Id = "help", At = new Tick(5101), Acts = [new StaffAct(Below, Post.Staff, 1)] };
        Assert.Equal([601, 5601, 5701], Works(Play([more], third: 5001)).Order());
        Assert.Equal([601, 5601, 6201], Works(Play([], third: 5001)).Order());
    }

    [Fact]
    public void Papers_wait_for_a_channel_that_is_out_or_are_lost()
    {
        var waits = new Intervention { Id = "cut", At = Tick.Start, For = new TickSpan(300), Acts = [new OutageAct(Sketch.Wire, false)] };
        Assert.Equal(301, Play(waits).By("b/1", EntryKind.Arrived).First().Tick);
        var loses = waits with { Acts = [new OutageAct(Sketch.Wire, true)] };
        Assert.Equal(4, Play(loses).By("top", EntryKind.Lost).Count());
        Assert.Equal(5001, Play(loses).By("b/1", EntryKind.Arrived).First().Tick);
    }

    [Fact]
    public void An_inspection_campaign_costs_the_superiors_staff_time_and_starts_what_was_ignored()
    {
        var campaign = new Intervention
        {
            Id = "campaign",
            At = new Tick(900),
            Acts = [new InspectionAct([new Selector { Named = "b/2" }], "d1", true)],
        };
        var ignoring = Model([campaign]);
        ignoring = ignoring with
        {
            Kinds = [.. ignoring.Kinds.Select(kind => kind with { Conduct = kind.Conduct with { Ignore = kind.Id == "below" ? 1 : 0 } })],
        };
        var played = Played.Of(ignoring);
        Assert.Empty(played.By("b/1", EntryKind.Inspected));
        Assert.Equal(900 + 45 + 1, Assert.Single(played.By("b/2", EntryKind.Inspected)).Tick);
        Assert.Equal(900 + 45 + 1 + 600, Done(played, "b/2"));
        Assert.Single(played.By("b/2", EntryKind.Sanctioned));
    }

    /// <summary>An audit from outside: what a condition counted is what the measures make of the journal until then.</summary>
    [Theory]
    [MemberData(nameof(Seeds))]
    public void Conditions_count_what_the_measures_count(int seed)
    {
        CountsAsMeasured(ModelCompiler.Compile(GeneratedInterventions.In(GeneratedModel.Of(seed), seed)), seed);
        CountsAsMeasured(ModelCompiler.Compile(GeneratedReform.Of(seed)), seed);
    }

    private static void CountsAsMeasured(CompiledModel model, int seed)
    {
        var played = Played.Of(model, new RunOptions { Seed = (ulong)seed });
        var trace = new RunTrace(model, [.. played.Entries]);
        foreach (var begun in played.Entries.Where(entry => entry is { Kind: EntryKind.Intervened, What: 1 }))
        {
            var condition = model.Interventions.Single(each => each.ShortHash == begun.Root).Source.When!;
            Assert.Equal(begun.Tick, begun.Started + 1);
            Assert.Equal(
                (condition.Measure, begun.Tick, Counted(trace, condition, begun.Started)),
                (condition.Measure, begun.Tick, (begun.A, begun.B)));
            Assert.True(condition.IsMetBy(begun.A, begun.B));
            var before = played.Entries.LastOrDefault(entry => entry.Tick < begun.Started, new Entry { Tick = -1 }).Tick;
            var (inState, among) = Counted(trace, condition, before);
            Assert.True(begun.Item > 1 || before < 0 || !condition.IsMetBy(inState, among), "It held before.");
        }
    }

    private static IReadOnlyList<Selector> Above => [new Selector { Named = "top" }];

    private static (int InState, int Among) Counted(RunTrace trace, Condition condition, int at)
    {
        var model = trace.Model;
        var progress = ProgressReader.Read(trace, at);
        var (inState, among) = (0, 0);
        for (var root = 0; root < model.Directives.Count; root++)
        {
            var directive = model.Directives[root];
            if ((condition.Directive ?? directive.Source.Id) != directive.Source.Id || directive.Issued > at)
            {
                continue;
            }

            foreach (var body in directive.Reach.Where(body => model.Fits(body, condition.Among)))
            {
                var own = progress[root].GetValueOrDefault(body);
                var states = StateCounts.Of(model, root, body, own, at);
                var isAssigned = condition.Measure is GoalMeasure.DoneOnTime or GoalMeasure.DoneLate or GoalMeasure.InTerm
                    or GoalMeasure.Overdue;
                among += isAssigned ? states.All : 1;
                inState += condition.Measure switch
                {
                    GoalMeasure.Reached => own?.ArrivedAt >= 0 ? 1 : 0,
                    GoalMeasure.Registered => own?.RegisteredAt >= 0 ? 1 : 0,
                    GoalMeasure.Complied => own?.CompliedAt >= 0 ? 1 : 0,
                    GoalMeasure.Reported => own?.ReportArrivedAt >= 0 ? 1 : 0,
                    GoalMeasure.DoneOnTime => states.DoneOnTime,
                    GoalMeasure.DoneLate => states.DoneLate,
                    GoalMeasure.InTerm => states.InTerm,
                    _ => states.Overdue,
                };
            }
        }

        return (inState, among);
    }

    private static Condition ConditionOn(GoalMeasure measure, Comparison comparison, int basisPoints) => new()
    {
        Text = "a condition",
        Measure = measure,
        Among = Below[0],
        Comparison = comparison,
        BasisPoints = basisPoints,
    };

    private static Intervention When(
        string id, GoalMeasure measure, Comparison comparison, int basisPoints, params IReadOnlyList<Act> acts) =>
        new() { Id = id, When = ConditionOn(measure, comparison, basisPoints), Acts = acts };

    private static IEnumerable<int> Begun(Played played) =>
        played.Entries.Where(entry => entry.Kind == EntryKind.Intervened).Select(entry => entry.Tick);

    private static int Done(Played played, string body = "b/1") => Works(played, body).First();

    private static IEnumerable<int> Works(Played played, string body = "b/1") =>
        played.By(body, EntryKind.StepEnded).Where(entry => entry.Step == Step.CarryOut).Select(entry => entry.Tick);

    private static Played Play(params IReadOnlyList<Intervention> interventions) => Play(interventions, third: -1);

    private static Played Play(IReadOnlyList<Intervention> interventions, int third)
    {
        var model = Model(interventions);
        return Played.Of(third < 0 ? model : model with
        {
            Directives = [.. model.Directives, Sketch.Directive("d3", "top", Sketch.Duty("do", 600)) with { Issued = new Tick(third) }],
        });
    }

    /// <summary>
    /// Four offices that each carry out two directives, of minute 0 and 5000: 600 minutes of their one member of the
    /// staff. The first is due at minute 500, too early.
    /// </summary>
    private static Model Model(IReadOnlyList<Intervention> interventions)
    {
        var top = Sketch.Kind("top", Sketch.Takes(Step.Inspect, Post.Staff, 45));
        var below = Sketch.Kind("below", Sketch.Takes(Step.CarryOut, Post.Staff, 0));
        var bodies = Enumerable.Range(1, 4).Select(place => Sketch.Body($"b/{place}", "below", "top"));
        var first = Sketch.Directive("d1", "top", Sketch.Duty("do", 600) with { Due = new Tick(500) });
        return Sketch.Model(
            [top, below],
            [Sketch.Body("top", "top"), .. bodies],
            first,
            Sketch.Directive("d2", "top", Sketch.Duty("do", 600)) with { Issued = new Tick(5000) }) with
        {
            Interventions = interventions,
        };
    }
}
