using Simulator.Kernel.Compilation;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;
using Simulator.Tests.Kernel.Models;

namespace Simulator.Tests.Kernel.Engine;

public sealed class RemoteRegionTests
{
    /// <summary>
    /// The bodies b/0, b/1, b/2; b/0 has a directive to issue at the start and b/1 another.
    /// </summary>
    private readonly CompiledModel _model = ModelCompiler.Compile(Sketch.Model(
        [Sketch.Kind("level-0"), Sketch.Kind("level-1"), Sketch.Kind("level-2")],
        Sketch.Chain(3),
        Sketch.Directive("d", "b/0"),
        Sketch.Directive("e", "b/1")));

    [Fact]
    public void It_begins_with_the_issue_of_the_roots_of_its_own_bodies()
    {
        Assert.Equal(0, new RemoteRegion(_model, 0, 1).NextDue());
        Assert.Equal(int.MaxValue, new RemoteRegion(_model, 2, 1).NextDue());
        var region = new RemoteRegion(_model, 1, 2);
        Assert.Equal(1, region.Open(0));
        Assert.True(region.TakeNext(out var body, out var wakeUps, out var papers));
        Assert.Equal((1, WakeKind.IssueRoot, 0), (body, wakeUps[0].Kind, papers.Length));
        Assert.False(region.TakeNext(out _, out _, out _));
    }

    [Fact]
    public void It_counts_what_is_under_way_and_waited_for()
    {
        var region = Opened();
        region.Settle(0, [], [Paper(0, 1, 3), Paper(0, 2, 9)], [Wake(0, 4)]);
        region.Settle(1, [], [], []);
        Assert.Equal((1, 1), (region.PaperCount, region.WakeUpCount)); // one of the papers leaves the region
        region.Open(3);
        Assert.True(region.TakeNext(out var body, out _, out _));
        region.Settle(body, [], [], []);
        Assert.Equal((0, 1), (region.PaperCount, region.WakeUpCount));
        region.Accept(Paper(2, 0, 7));
        Assert.Equal((1, 1), (region.PaperCount, region.WakeUpCount));
    }

    [Fact]
    public void What_its_bodies_hand_back_is_collected_once()
    {
        var region = Opened();
        region.Settle(0, [Wrote(0, 0), Wrote(0, 0)], [Paper(0, 1, 3), Paper(0, 2, 9)], [Wake(0, 4)]);
        region.Settle(1, [Wrote(1, 0)], [], []);
        Assert.Equal((true, 3), (region.HasLeaving, region.PendingEntries));
        Assert.Equal(1, region.Open(3));
        Assert.True(region.TakeNext(out var body, out _, out var papers));
        Assert.Equal((1, 3), (body, papers[0].Arrives));
        region.Settle(1, [Wrote(1, 3)], [], []);
        var share = region.Collect();
        Assert.Equal((4, 3, 2L, 3L), (share.NextDue, share.LastTick, share.Rounds, share.BodyRounds));
        Assert.Equal([new BodyRun(0, 0, 2), new BodyRun(1, 2, 1), new BodyRun(1, 3, 1)], share.Runs);
        Assert.Equal([0, 0, 0, 3], share.Entries.Select(entry => entry.Tick));
        Assert.Equal([2], share.Leaving.Select(paper => paper.To));
        Assert.Equal((false, 0), (region.HasLeaving, region.PendingEntries));
        Assert.True(region.Collect() is { Entries: [], Runs: [], Leaving: [], LastTick: -1, Rounds: 0 });
    }

    [Fact]
    public void A_tick_at_which_nothing_is_due_is_no_round()
    {
        var region = new RemoteRegion(_model, 2, 1);
        Assert.Equal(0, region.Open(5));
        Assert.False(region.TakeNext(out var body, out _, out _));
        Assert.Equal(-1, body);
        Assert.True(region.Collect() is { LastTick: -1, Rounds: 0 });
    }

    [Fact]
    public void A_body_is_woken_later_and_only_by_itself()
    {
        Fails("'b/0' asked to be woken at", region => region.Settle(0, [], [], [Wake(0, 0)]));
        Fails("'b/0' asked to be woken at", region => region.Settle(0, [], [], [Wake(0, 9), Wake(0, -5)]));
        Fails("'b/0' asked for a wake-up of 'b/1'", region => region.Settle(0, [], [], [Wake(1, 4)]));
        Fails("'b/0' asked for a wake-up of body 77", region => region.Settle(0, [], [], [Wake(77, 4)]));
        var paper = Wake(0, 4) with { WakeUp = new WakeUp { Kind = PapersUnderWay.Paper } };
        Fails("'b/0' asked for a wake-up", region => region.Settle(0, [], [], [paper]));
    }

    [Fact]
    public void A_body_sends_its_own_papers_and_none_arrives_at_once()
    {
        Fails("'b/0' sent 'b/1' a paper", region => region.Settle(0, [], [Paper(0, 1, 0)], []));
        Fails("'b/0' sent a paper from 'b/2'", region => region.Settle(0, [], [Paper(2, 1, 5)], []));
        Fails("'b/0' sent a paper from 'b/0' to body 3", region => region.Settle(0, [], [Paper(0, 3, 5)], []));
    }

    [Fact]
    public void A_body_writes_of_itself_and_of_the_moment()
    {
        Fails("'b/0' wrote an entry", region => region.Settle(0, [Wrote(0, 0), Wrote(1, 0)], [], []));
        Fails("'b/0' wrote an entry", region => region.Settle(0, [Wrote(0, 1)], [], []));
    }

    [Fact]
    public void A_paper_from_elsewhere_is_for_a_body_here_and_not_too_late()
    {
        Fails("from 'b/2' to 'b/2'", region => region.Accept(Paper(2, 2, 5)));
        Fails("from 'b/0' to 'b/1'", region => region.Accept(Paper(0, 1, 5)));
        Fails("'b/0' was brought a paper from 'b/2'", region => region.Accept(Paper(2, 0, 0)));
    }

    [Fact]
    public void Bodies_are_settled_in_the_order_in_which_they_were_taken()
    {
        Refuses("before 'b/0', which was taken before", Opened(), region => region.Settle(1, [], [], []));
        Refuses("'b/1' is not settled", Opened(), region =>
        {
            region.Settle(0, [], [], []);
            region.Collect();
        });
        Refuses("'b/0' is not settled", Opened(), region => region.Open(1));
        var untaken = new RemoteRegion(_model, 0, 2);
        untaken.Open(0);
        Refuses("it has not been taken", untaken, region => region.Settle(0, [], [], []));
    }

    [Fact]
    public void Time_does_not_go_back_and_leaps_over_nothing()
    {
        Refuses("while tick 0 is due", new RemoteRegion(_model, 0, 2), region => region.Open(1));
        Refuses("after tick 0", Settled(), region => region.Open(0));
    }

    private RemoteRegion Settled()
    {
        var region = Opened();
        region.Settle(0, [], [], []);
        region.Settle(1, [], [], []);
        return region;
    }

    private RemoteRegion Opened()
    {
        var region = new RemoteRegion(_model, 0, 2);
        Assert.Equal(2, region.Open(0));
        Assert.True(region.TakeNext(out _, out _, out _));
        Assert.True(region.TakeNext(out _, out _, out _));
        return region;
    }

    private Entry Wrote(int body, int tick) => new() { Body = _model.FactsOf(body).Hash, Tick = tick };

    private static PendingWakeUp Wake(int body, int due) =>
        new(due, new WakeUp { Body = body, Job = -1, Kind = WakeKind.Opening });

    private static Message Paper(int from, int to, int arrives) => new() { From = from, To = to, Arrives = arrives };

    private void Fails(string why, Action<RemoteRegion> what) =>
        Assert.Contains(why, Assert.Throws<RunException>(() => what(Opened())).Message, StringComparison.Ordinal);

    private static void Refuses(string why, RemoteRegion region, Action<RemoteRegion> what) => Assert.Contains(
        why, Assert.Throws<InvalidOperationException>(() => what(region)).Message, StringComparison.Ordinal);
}
