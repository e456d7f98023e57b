using Simulator.Analysis.Measures;
using Simulator.Analysis.Traces;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Interventions;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;
using Simulator.Tests.Kernel.Hosts;
using Simulator.Tests.Kernel.Models;
using Simulator.Tests.Shipped;

namespace Simulator.Tests.Kernel.Interventions;

/// <summary>Conditions on times and desks come to hold when the measures of the same name say so.</summary>
public sealed class GaugeTests
{
    public static TheoryData<int> Seeds => [.. MadeUp.Seeds(40)];

    [Theory]
    [InlineData(Comparison.Above, 300, 301)]
    [InlineData(Comparison.AtLeast, 300, 300)]
    [InlineData(Comparison.AtMost, 601, 602)]
    [InlineData(Comparison.Below, 602, 602)]
    [InlineData(Comparison.Below, 601, -1)]
    [InlineData(Comparison.Above, 601, -1)]
    public void A_time_is_too_long_as_soon_as_that_is_certain_and_short_when_so_many_are_there(Comparison how, int limit, int begins)
    {
        var time = On(GoalMeasure.TimeToComply, how) with { Directive = "d1", Time = new TimeLimit(new TickSpan(limit), false, false) };
        Assert.Equal(begins < 0 ? [] : [begins], Begun(time));
    }

    [Fact]
    public void The_own_part_begins_with_what_enabled_it()
    {
        var own = On(GoalMeasure.TimeToComply, Comparison.Above) with
        {
            Directive = "d2",
            Time = new TimeLimit(new TickSpan(300), false, IsOwn: true),
        };
        Assert.Equal([5302], Begun(own)); // it came at minute 5001
        Assert.Equal([5301], Begun(own with { Time = own.Time with { IsOwn = false } }));
    }

    [Fact]
    public void Time_in_hours_stands_still_while_offices_are_shut()
    {
        var time = On(GoalMeasure.TimeToComply, Comparison.Above) with
        {
            Directive = "d1",
            Time = new TimeLimit(new TickSpan(300), InHours: true, false),
        };
        var shut = new Intervention { Id = "z", At = new Tick(100), For = new TickSpan(1000), Acts = [new ClosingAct([new Selector()])] };
        Assert.Equal([301], Begun(time));
        Assert.Equal([1301], Begun(time, shut));
    }

    [Fact]
    public void A_backlog_is_that_of_the_fullest_desk()
    {
        var backlog = On(GoalMeasure.Backlog, Comparison.Above) with { Desk = new DeskLimit(Post.Staff, 1) };
        Assert.Equal([5003], Begun(backlog));
        Assert.Equal([2], Begun(backlog with { Comparison = Comparison.AtLeast }));
        Assert.Empty(Begun(backlog with { Directive = "d1" }));
        Assert.Empty(Begun(backlog with { Desk = new DeskLimit(Post.Clerk, 1) }));
    }

    [Fact]
    public void Papers_that_have_come_are_counted_up() =>
        Assert.Equal([5002], Begun(On(GoalMeasure.HandOvers, Comparison.AtLeast) with { Desk = new DeskLimit(null, 8) }));

    /// <summary>Ten hours of work in fifty are a fifth; nothing happens in the minute after.</summary>
    [Fact]
    public void Utilisation_falls_while_nothing_happens()
    {
        var busy = On(GoalMeasure.Utilisation, Comparison.Below) with { Desk = new DeskLimit(Post.Staff, null), BasisPoints = 2000 };
        Assert.Equal([3002], Begun(new Intervention { Id = "w", When = busy, From = new Tick(700), Acts = Nothing }));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void They_act_a_minute_after_the_journal_says_that_they_came_to_hold(int seed)
    {
        Agrees(GeneratedConditions.Watching(GeneratedInterventions.In(GeneratedModel.Of(seed), seed), seed, 7, backlogs: false), seed);
        Agrees(GeneratedConditions.Watching(GeneratedReform.Of(seed), seed, 4, backlogs: false), seed);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void They_are_the_same_on_one_thread_on_all_however_cut_and_body_by_body(int seed) => EveryHost.PlaysTheSame(
        ModelCompiler.Compile(GeneratedConditions.Urging(GeneratedInterventions.In(GeneratedModel.Of(seed), seed), seed)), seed);

    [Fact]
    public void The_made_up_conditions_come_to_hold_on_every_measure_and_where_nothing_else_happens()
    {
        var begun = MadeUp.Seeds(40).Select(seed => (Seed: seed, Model: ModelCompiler.Compile(
                GeneratedConditions.Watching(GeneratedInterventions.In(GeneratedModel.Of(seed), seed), seed, 7, backlogs: true))))
            .Select(each => Played.Of(each.Model, new RunOptions { Seed = (ulong)each.Seed }))
            .SelectMany(played => played.Entries.Where(entry => entry is { Kind: EntryKind.Intervened, What: 1, Tick: > 1 })
                .Select(entry => (Entry: entry, played.Model.Interventions.Single(each => each.ShortHash == entry.Root).Source.When,
                    IsIdle: played.Entries.TrueForAll(each => each.Tick != entry.Started))))
            .Where(each => each.When is { Time: not null } or { Desk: not null })
            .ToList();
        Assert.Equal(8, begun.Select(each => each.When!.Measure).Distinct().Count());
        Assert.Equal(4, begun.Where(each => each.When!.Time is not null).Select(each => each.When!.Comparison).Distinct().Count());
        Assert.Contains(begun, each => each is { IsIdle: true, When.Time: not null });
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void At_the_end_of_the_run_they_say_what_the_goals_say(int seed)
    {
        var interfered = GeneratedInterventions.In(GeneratedModel.Of(seed), seed);
        var watching = GeneratedConditions.Watching(interfered, seed, 9, backlogs: false);
        var end = watching.Until.Minutes - 1; // what holds then begins in the last minute
        var model = watching with { Interventions = [.. watching.Interventions.Select(each => each with { From = new Tick(end) })] };
        var played = Played.Of(model, new RunOptions { Seed = (ulong)seed });
        foreach (var source in model.Interventions)
        {
            if (source.When is not ({ Time: not null, Directive: not null } or { Desk: not null }))
            {
                continue;
            }

            var (when, goal) = (source.When!, GoalOf(source.When!));
            var began = played.Entries.Any(
                entry => entry.Root == played.Model.Interventions.Single(each => each.Source.Id == source.Id).ShortHash);
            var trace = new RunTrace(
                ModelCompiler.Compile(model with { Goals = [goal] }), [.. played.Entries.TakeWhile(entry => entry.Tick <= end)]);
            if (GoalAnswer.Of(trace, ProgressReader.Read(trace), end) is not [{ Among: > 0 } answer]
                || answer.Directive.Issued > end || double.IsNaN(answer.Share))
            {
                Assert.False(began);
                continue;
            }

            var isSame = when.Comparison is Comparison.AtMost or Comparison.AtLeast; // or the opposite
            var isExact = when.Desk is not null || when.Comparison == Comparison.AtMost;
            Assert.True(
                isExact ? began == (answer.IsMet == isSame) : !began || answer.IsMet == isSame, $"{seed}: {when} {began}, {answer}");
        }
    }

    /// <summary>The goal of the same words, or of the words that say the opposite.</summary>
    private static Goal GoalOf(Condition when) => new()
    {
        Text = when.Text,
        Measure = when.Measure,
        Among = when.Among,
        Directive = when.Directive,
        BasisPoints = when.BasisPoints,
        Time = when.Time,
        Desk = when.Desk,
        AtMost = when.Comparison is Comparison.AtMost or Comparison.Above,
    };

    [Theory]
    [InlineData("bac-kan-570")]
    [InlineData("mechanisms/help-on-demand")]
    [InlineData("mechanisms/coordination")]
    [InlineData("mechanisms/flash-report")]
    [InlineData("mechanisms/batching")]
    public void Backlogs_in_shipped_scenarios_are_those_that_the_journal_tells(string name)
    {
        var loaded = ShippedRun.Load(name);
        Post?[] posts = [null, Post.Clerk, Post.Staff];
        var watching = loaded.Model! with
        {
            Interventions =
            [
                .. loaded.Model!.Interventions,
                .. posts.SelectMany(post => new[] { 0, 1, 3, 8 }.Select(most => new Intervention
                {
                    Id = $"watch-{post}-{most}",
                    When = On(GoalMeasure.Backlog, Comparison.Above) with { Among = new Selector(), Desk = new DeskLimit(post, most) },
                    Acts = Nothing,
                })),
            ],
        };
        Agrees(watching, (int)loaded.Seed);
    }

    private static readonly IReadOnlyList<Act> Nothing = [new ReminderAct([], null)];

    private static void Agrees(Model model, int seed)
    {
        var compiled = ModelCompiler.Compile(model);
        var played = Played.Of(compiled, new RunOptions { Seed = (ulong)seed });
        var dice = new Dice((ulong)seed);
        foreach (var each in compiled.Interventions.Where(each => each.Source.When is { Time: not null } or { Desk: not null }))
        {
            var (when, from) = (each.Source.When!, each.Source.From.Value);
            var begun = played.Entries.FirstOrDefault(entry => entry.Kind == EntryKind.Intervened && entry.Root == each.ShortHash);
            var isBegun = begun.Kind == EntryKind.Intervened;
            var held = isBegun ? begun.Started : played.Until;
            Assert.True(!isBegun || (begun.Tick == held + 1 && ConditionInJournal.Holds(played, when, held)), $"{seed}: {when} at {held}");
            var some = Enumerable.Range(0, 6).Select(_ => from + dice.Between(0, Math.Max(1, held - from)));
            int[] before = [held - (isBegun ? 1 : 0), .. some];
            foreach (var at in before.Where(at => at >= from && (at < held || !isBegun) && at <= played.Until))
            {
                Assert.False(ConditionInJournal.Holds(played, when, at), $"{seed}: {when} held at {at}, and it began at {begun.Tick}");
            }
        }
    }

    private static Condition On(GoalMeasure measure, Comparison comparison) => new()
    {
        Text = "a condition",
        Measure = measure,
        Among = new Selector { Level = "below" },
        Comparison = comparison,
        BasisPoints = 5000,
    };

    private static IEnumerable<int> Begun(Condition when, params IReadOnlyList<Intervention> others) =>
        Begun([new Intervention { Id = "w", When = when, Acts = Nothing }, .. others]);

    private static IEnumerable<int> Begun(params IReadOnlyList<Intervention> interventions)
    {
        var played = Played.Of(Model(interventions));
        var hash = played.Model.Interventions.Single(each => each.Source.Id == "w").ShortHash;
        return played.Entries.Where(entry => entry.Kind == EntryKind.Intervened && entry.Root == hash).Select(entry => entry.Tick);
    }

    /// <summary>
    /// Four offices that each carry out three directives, of minute 0, 5000 and 5001: 600 minutes of their one member of the staff.
    /// </summary>
    private static Model Model(IReadOnlyList<Intervention> interventions)
    {
        var below = Sketch.Kind("below", Sketch.Takes(Step.CarryOut, Post.Staff, 0));
        var bodies = Enumerable.Range(1, 4).Select(place => Sketch.Body($"b/{place}", "below", "top"));
        return Sketch.Model(
            [Sketch.Kind("top"), below],
            [Sketch.Body("top", "top"), .. bodies],
            Sketch.Directive("d1", "top", Sketch.Duty("do", 600)),
            Sketch.Directive("d2", "top", Sketch.Duty("do", 600)) with { Issued = new Tick(5000) },
            Sketch.Directive("d3", "top", Sketch.Duty("do", 600)) with { Issued = new Tick(5001) }) with
        {
            Interventions = interventions,
        };
    }
}
