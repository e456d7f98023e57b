using Simulator.Analysis.Blame;
using Simulator.Analysis.Measures;
using Simulator.Analysis.Traces;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;
using Simulator.Tests.Kernel.Models;
using Simulator.Tests.Kernel.Time;
using Simulator.Tests.Shipped;

namespace Simulator.Tests.Laws;

/// <summary>
/// What a waiting has caused is the difference of two runs: it is as told by hand where that can be done, and as two
/// runs of their own say everywhere.
/// </summary>
public sealed class BlameLaws
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 12)];

    /// <summary>
    /// Mon 09:00 the order is before the leader, behind five others of 4 h and then behind their signatures: it leaves on
    /// Thu 11:15 and is carried out, in 5 + 5 min and 8 h, on Fri 11:30. Without: assigned Mon 15:00, drafted 16:00, signed
    /// 16:30, issued 16:35, there 16:40, before the staff 16:50, done Tue 16:50.
    /// </summary>
    [Fact]
    public async Task The_one_slow_district_among_eleven_is_first_with_the_hours_told_by_hand()
    {
        var played = ShippedRun.Base("mechanisms/slow-district");
        var root = RootOf(played.Model, "dikes");
        var blamed = await Ask(played, root);
        var first = blamed.Places[0];
        Assert.Equal(
            (Hindrance.People, Post.Leadership, "slow-district"), (first.Removal.What, first.Removal.Post!.Value, first.Removal.Name));
        var shift = first.By(Milestone.Complied);
        Assert.Equal((2 * 1440) + (18 * 60) + 40, shift.Last);
        Assert.Equal("2021-03-02T16:50", played.Model.Source.Axis.ToCivil(new Tick(shift.LastAt)).ToString());
        Assert.Equal("2021-03-05T11:30", played.Model.Source.Axis.ToCivil(new Tick(shift.LastAt + shift.Last!.Value)).ToString());
        Assert.All(blamed.Places.Skip(1), other => Assert.True(other.By(Milestone.Complied).Last < shift.Last));
        Assert.Empty(blamed.NotLookedInto);

        // As many leaders there as orders come to the same.
        var more = Moments(Played.Of(ShippedRun.Model("mechanisms/slow-district", "without"), played.Options), root, blamed.Reach);
        Assert.Equal(shift, Shift.Of(blamed.AsItWas.Of(Milestone.Complied), more.Of(Milestone.Complied)), Same);
    }

    /// <summary>
    /// Two papers go down a chain, an hour each before the first leader, 100 minutes before the second. Without the first
    /// queue the second paper is as late as before; without the second it is 40 minutes earlier; without both, 100.
    /// </summary>
    [Fact]
    public async Task Of_two_queues_in_a_chain_one_hides_the_other_and_one_after_another_both_are_found()
    {
        var model = Sketch.Model(
            [
                Sketch.Kind("level-0"),
                Sketch.Kind("level-1", Sketch.Takes(Step.Assign, Post.Leadership, 60)),
                Sketch.Kind("level-2", Sketch.Takes(Step.Assign, Post.Leadership, 100)),
            ],
            Sketch.Chain(3), Sketch.Directive("d/1", "b/0"), Sketch.Directive("d/2", "b/0"));
        var played = Played.Of(model);
        var blamed = await Ask(played, RootOf(played.Model, "d/2"), rounds: 3);
        Assert.Equal(262, blamed.AsItWas.Of(Milestone.Complied).Max());
        Assert.Equal(
            [("b/2", 40, 0), ("b/1", 0, 60)],
            blamed.Places.Select(each => (
                each.Removal.Name, each.By(Milestone.Complied).Last!.Value, each.By(Milestone.Complied).Median!.Value)));
        Assert.Equal(100, blamed.FirstTwo!.By(Milestone.Complied).Last);
        Assert.Equal(
            [("b/2", 40), ("b/1", 60)],
            blamed.Sequence.Select(each => (each.Removal.Name, each.By(Milestone.Complied).Last!.Value)));
        Assert.Equal(100, blamed.SequenceTogether!.By(Milestone.Complied).Last);
    }

    [Fact]
    public async Task Where_nothing_waits_nothing_is_to_blame()
    {
        var played = Played.Of(Sketch.Model(
            [Sketch.Kind("level-0"), Sketch.Kind("level-1", Sketch.Takes(Step.Assign, Post.Leadership, 60))],
            Sketch.Tree(1, 5), Sketch.Directive("d", "b/0", Sketch.Duty("a", 30))));
        var blamed = await Ask(played, 0);
        Assert.Empty(blamed.Places);
        Assert.Empty(blamed.Groups);
        Assert.Empty(blamed.NotLookedInto);
        Assert.Equal(2, blamed.Runs); // people and travel, for everybody
    }

    [Fact]
    public async Task Without_contention_closed_hours_alone_are_to_blame()
    {
        var kind = Sketch.Kind("level-1", Sketch.Takes(Step.Assign, Post.Leadership, 700)) with
        {
            Leadership = Sketch.Heads(1, "office"),
        };
        var model = Sketch.Model([Sketch.Kind("level-0"), kind], Sketch.Tree(1, 5), Sketch.Directive("d", "b/0")) with
        {
            Calendars = new Dictionary<string, CalendarRule> { ["office"] = Vietnam2021.Rule() },
        };
        var blamed = await Ask(Played.Of(model), 0);
        Assert.All(blamed.Places.Concat(blamed.Groups), each => Assert.Equal(Hindrance.ClosedHours, each.Removal.What));
        var everywhere = Assert.Single(blamed.Groups, each => each.Removal.Extent == Extent.Everybody);
        Assert.Equal(701, everywhere.By(Milestone.Complied).LastAt);
    }

    /// <summary>The run ends before the second paper is signed; without the queue it is.</summary>
    [Fact]
    public async Task A_body_that_never_complied_and_then_does_counts_before_any_hour()
    {
        var model = Sketch.Model(
            [Sketch.Kind("level-0"), Sketch.Kind("level-1", Sketch.Takes(Step.Assign, Post.Leadership, 60))],
            Sketch.Tree(1, 1), Sketch.Directive("d/1", "b/0"), Sketch.Directive("d/2", "b/0")) with
        {
            Until = new TickSpan(100),
        };
        var played = Played.Of(model);
        var blamed = await Ask(played, RootOf(played.Model, "d/2"));
        var shift = Assert.Single(blamed.Places).By(Milestone.Complied);
        Assert.Equal((0, 1), (shift.Before, shift.After));
        Assert.Equal("b/1", played.Model.Bodies[blamed.Reach[Assert.Single(shift.Gained)]].Id);
        Assert.Null(shift.Last);
    }

    /// <summary>On made-up hierarchies with all that the kernel knows to do, and a director who interferes.</summary>
    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Each_figure_is_the_difference_of_two_runs_of_their_own(int seed)
    {
        var model = GeneratedInterventions.In(GeneratedModel.WithoutMechanisms(seed), seed);
        model = seed % 2 == 0 ? model : GeneratedModel.Of(seed);
        var played = Played.Of(model, new RunOptions { Seed = (ulong)seed });
        var root = Enumerable.Range(0, played.Model.Directives.Count).First(each => played.Model.Directives[each].IsIssued);
        var blamed = await Ask(played, root, mostRuns: 20, threads: 2);
        foreach (var effect in blamed.Places.Concat(blamed.Groups))
        {
            var relieved = played.Model.Source with { Reliefs = [Declared(effect.Removal, played.Model)] };
            var again = Moments(Played.Of(relieved, played.Options), root, blamed.Reach);
            foreach (var milestone in Enum.GetValues<Milestone>())
            {
                Assert.Equal(
                    Shift.Of(blamed.AsItWas.Of(milestone), again.Of(milestone)), effect.By(milestone), Same);
            }
        }
    }

    [Fact]
    public async Task Threads_change_nothing_and_what_is_left_when_runs_are_spent_is_told()
    {
        var played = Played.Of(GeneratedModel.Of(4), new RunOptions { Seed = 4 });
        var (one, four) = (await Ask(played, 0, mostRuns: 9, threads: 1), await Ask(played, 0, mostRuns: 9, threads: 4));
        Assert.Equal(one.Places.Select(Told), four.Places.Select(Told));
        Assert.Equal(one.NotLookedInto.Select(each => each.ToString()), four.NotLookedInto.Select(each => each.ToString()));
        Assert.InRange(one.Runs, 9, 10);
        Assert.NotEmpty(one.NotLookedInto);

        static string Told(Effect effect) =>
            $"{effect.Removal.What} {effect.Removal.Post} {effect.Removal.Name} {effect.By(Milestone.Complied).Last}";
    }

    [Fact]
    public async Task A_run_that_is_another_when_played_again_is_refused()
    {
        var played = Played.Of(GeneratedModel.Of(4), new RunOptions { Seed = 4 });
        await Assert.ThrowsAsync<InvalidDataException>(
            () => Ask(played with { Options = new RunOptions { Seed = 5 } }, 0));
    }

    private static bool Same(Shift left, Shift right) =>
        (left.Before, left.After, left.Last, left.Median, left.LastAt)
            == (right.Before, right.After, right.Last, right.Median, right.LastAt)
        && left.Gained.SequenceEqual(right.Gained) && left.Lost.SequenceEqual(right.Lost);

    private static Relief Declared(Removal removal, CompiledModel model) => new()
    {
        From = removal.What,
        Post = removal.Post,
        Channel = removal.Extent == Extent.Channel ? removal.Name : null,
        Bodies = removal.Extent is Extent.Everybody or Extent.Channel ? null
            : removal.Bodies.Select(body => model.Bodies[body].Id).ToHashSet(),
    };

    private static Moment Moments(Played played, int root, IReadOnlyList<int> reach)
    {
        var progress = ProgressReader.Read(new RunTrace(played.Model, [.. played.Entries]))[root];
        return new Moment(milestone =>
        [
            .. reach.Select(body => progress.GetValueOrDefault(body) is not { ArrivedAt: >= 0 } own ? -1
                : milestone == Milestone.Registered ? own.RegisteredAt
                : milestone == Milestone.Complied ? own.CompliedAt
                : own.ReportArrivedAt),
        ]);
    }

    private static int RootOf(CompiledModel model, string id) =>
        Enumerable.Range(0, model.Directives.Count).Single(root => model.Directives[root].Source.Id == id);

    private static Task<Blamed> Ask(Played played, int root, int? mostRuns = null, int threads = 2, int rounds = 1) =>
        BlameSearch.Find(
            new LocalEngine(),
            new RunOrder { Text = "", Model = played.Model, Options = played.Options },
            new RunTrace(played.Model, [.. played.Entries]),
            new BlameRequest { Root = root, MostRuns = mostRuns, Threads = threads, Rounds = rounds },
            null,
            TestContext.Current.CancellationToken);

    private sealed record Moment(Func<Milestone, int[]> Of);
}
