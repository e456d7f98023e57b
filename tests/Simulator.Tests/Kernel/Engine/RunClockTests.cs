using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;
using Simulator.Tests.Kernel.Models;

namespace Simulator.Tests.Kernel.Engine;

public sealed class RunClockTests
{
    private readonly JournalCollector _journal = new();

    [Fact]
    public void Only_regions_that_have_something_due_are_called()
    {
        var clock = Clock(5, 3, 5, int.MaxValue);
        Assert.True(clock.Plan());
        Assert.Equal((3, 5), (clock.Tick, clock.Horizon));
        Assert.Equal([1], clock.Calls.Select(call => call.Region));
        clock.Settle(1, Share(4, 5) with { Rounds = 2, BodyRounds = 3 });
        clock.Complete();
        Assert.True(clock.Plan());
        Assert.Equal((5, 6), (clock.Tick, clock.Horizon));
        Assert.Equal([0, 1, 2], clock.Calls.Select(call => call.Region));
        Assert.Equal((2, 3), (clock.Rounds, clock.BodyRounds));
    }

    [Fact]
    public void A_paper_waits_with_the_clock_until_its_region_is_called_and_calls_it_when_it_arrives()
    {
        var clock = Clock(5, 90, 2000);
        Assert.True(clock.Plan());
        clock.Settle(0, Share(5, 70) with { Leaving = [Paper(0, 15, 95), Paper(1, 25, 70)] });
        clock.Complete();
        Assert.True(clock.Plan());
        Assert.Equal([0, 2], clock.Calls.Select(call => call.Region));
        Assert.Equal([70], clock.Calls[1].Arrivals.Select(paper => paper.Arrives));
        clock.Settle(2, Share(70, 2000));
        clock.Settle(0, Share(70, int.MaxValue));
        clock.Complete();
        Assert.True(clock.Plan());
        Assert.Equal((90, 1001), (clock.Tick, clock.Horizon));
        Assert.Equal([95], clock.Calls.Single().Arrivals.Select(paper => paper.Arrives));
        clock.Settle(1, Share(90, 95));
        clock.Complete();
        Assert.True(clock.Plan());
        Assert.Empty(clock.Calls.Single().Arrivals);
        clock.Settle(1, Share(95, int.MaxValue));
        clock.Complete();
        Assert.False(clock.Plan());
        Assert.Empty(clock.Calls);
        Assert.False(clock.Result().IsExhausted);
    }

    [Fact]
    public void Entries_of_one_tick_go_to_the_journal_in_the_order_of_the_bodies_ids()
    {
        var clock = Clock(5, 5, 5);
        clock.Plan();
        clock.Settle(2, Wrote(5, (3, 1), (4, 2), (9, 1)));
        clock.Settle(0, Wrote(5, (5, 2), (6, 1)));
        clock.Settle(1, Wrote(5, (0, 1), (7, 1), (10, 1)));
        clock.Complete();
        Assert.Equal([0, 3, 4, 4, 5, 5, 6, 7, 9, 10], _journal.Entries.Select(entry => (int)entry.Body));
        Assert.Equal(default(Digest).With(_journal.Entries.ToArray()), clock.Digest);
        Assert.Equal((10, 5, 1), (clock.Entries, clock.LastTick, clock.Rounds));
    }

    [Fact]
    public void Long_and_short_stretches_come_whole_and_in_order()
    {
        for (var seed = 1UL; seed <= 30; seed++)
        {
            var dice = new Dice(seed);
            var bodies = Enumerable.Range(0, dice.Between(1, 60))
                .Select(rank => (Region: dice.Below(4), Rank: rank, Length: dice.Pick(1, 2, 40, 511, 512, 513, 1500)))
                .ToArray();
            var journal = new JournalCollector();
            var clock = Clock(journal, 5, 5, 5, 5);
            clock.Plan();
            for (var region = 0; region < 4; region++)
            {
                var own = bodies.Where(body => body.Region == region).Select(body => (body.Rank, body.Length));
                clock.Settle(region, Wrote(5, [.. own]));
            }

            clock.Complete();
            var expected = bodies.SelectMany(body => Enumerable.Repeat((ulong)body.Rank, body.Length)).ToArray();
            Assert.True(expected.SequenceEqual(journal.Entries.Select(entry => entry.Body)), $"seed {seed}");
            Assert.True(expected.Length == clock.Entries, $"seed {seed}");
            Assert.True(default(Digest).With(journal.Entries.ToArray()) == clock.Digest, $"seed {seed}");
        }
    }

    [Fact]
    public void A_run_ends_at_its_last_entry_and_not_at_the_last_tick_played()
    {
        var clock = Clock(5);
        clock.Plan();
        clock.Settle(0, Wrote(5, (1, 1)) with { NextDue = 8 });
        clock.Complete();
        clock.Plan();
        clock.Settle(0, Share(8, int.MaxValue));
        clock.Complete();
        Assert.False(clock.Plan());
        Assert.True(clock.Result() is { EndedAt.Value: 5, Rounds: 2, IsExhausted: true, Bytes: 0 });
        var empty = Clock(int.MaxValue);
        Assert.False(empty.Plan());
        Assert.Equal((-1, 0), (empty.LastTick, empty.Result().EndedAt.Value));
    }

    [Fact]
    public void Nothing_is_planned_before_all_have_reported_or_while_a_round_is_open()
    {
        var clock = new RunClock([0, 10, 20], 1000, _journal);
        clock.Report(0, 7);
        Refuses("Region 1 has not reported", () => clock.Plan());
        Refuses("Region 0 has reported before", () => clock.Report(0, 7));
        clock.Report(1, 7);
        Refuses("none is planned", clock.Complete);
        Refuses("no round is planned", () => clock.Settle(0, Share(7, 8)));
        clock.Plan();
        Refuses("is planned and not completed", () => clock.Plan());
    }

    [Fact]
    public void Each_called_region_is_settled_once_and_no_other_is()
    {
        var clock = Clock(5, 5, 9);
        clock.Plan();
        Refuses("Region 2 was not called at tick 5", () => clock.Settle(2, Share(5, 9)));
        clock.Settle(0, Share(5, 6));
        Refuses("Region 0 has been settled at tick 5 before", () => clock.Settle(0, Share(5, 6)));
        Refuses("region 1 is not settled", clock.Complete);
        clock.Settle(1, Share(5, 6));
        clock.Complete();
        Refuses("none is planned", clock.Complete);
    }

    [Fact]
    public void A_share_that_cannot_be_is_refused_and_names_its_region()
    {
        var clock = Clock(5, 9);
        clock.Plan();
        RegionShare[] refused =
        [
            Share(4, 9), Share(9, 10), Share(5, 5), Share(-1, 5), Share(5, 9) with { Rounds = 0 },
            Share(5, 9) with { Leaving = [Paper(0, 15, 5)] },
            Share(5, 9) with { Leaving = [Paper(0, 5, 8)] },
            Share(5, 9) with { Leaving = [Paper(0, 20, 8)] },
            Share(8, 9) with { Leaving = [Paper(0, 15, 8)] },
            Wrote(5, (1, 1)) with { Runs = [] },
            Wrote(5, (1, 2)) with { Runs = [new(1, 0, 3)] },
            Wrote(5, (1, 2)) with { Runs = [new(1, 1, 1)] },
            Wrote(4, (1, 1)) with { LastTick = 5 },
        ];
        Assert.All(refused, share => Assert.Contains(
            "The share of region 0 in the round at tick 5 cannot be",
            Assert.Throws<ArgumentException>(() => clock.Settle(0, share)).Message,
            StringComparison.Ordinal));
        clock.Settle(0, Share(8, 9) with { Rounds = 3 });
        clock.Complete();
    }

    [Fact]
    public void A_paper_goes_to_the_region_that_holds_the_body_and_not_to_an_empty_one()
    {
        var clock = new RunClock([0, 0, 10, 10, 20, 20], 1000, _journal);
        for (var region = 0; region < 5; region++)
        {
            clock.Report(region, region == 1 ? 0 : int.MaxValue);
        }

        clock.Plan();
        clock.Settle(1, Share(0, int.MaxValue) with { Leaving = [Paper(9, 10, 1), Paper(9, 19, 1)] });
        clock.Complete();
        clock.Plan();
        Assert.Equal((3, 2), (clock.Calls.Single().Region, clock.Calls[0].Arrivals.Length));
    }

    [Fact]
    public void Regions_start_at_the_first_body_and_never_overlap()
    {
        int[][] refused = [[], [0], [1, 5], [0, 5, 4]];
        Assert.All(refused, starts => Assert.Throws<ArgumentException>(() => new RunClock(starts, 9, _journal)));
    }

    /// <summary>
    /// A clock for regions of ten bodies each that has heard when they first have something due.
    /// </summary>
    private RunClock Clock(params int[] due) => Clock(_journal, due);

    private static RunClock Clock(JournalCollector journal, params int[] due)
    {
        var clock = new RunClock([.. Enumerable.Range(0, due.Length + 1).Select(cut => 10 * cut)], 1000, journal);
        for (var region = 0; region < due.Length; region++)
        {
            clock.Report(region, due[region]);
        }

        return clock;
    }

    private static RegionShare Share(int lastTick, int nextDue) => new()
    {
        NextDue = nextDue,
        Entries = [],
        Runs = [],
        Leaving = [],
        LastTick = lastTick,
        Rounds = 1,
        BodyRounds = 1,
    };

    /// <summary>Entries whose body is told by its rank.</summary>
    private static RegionShare Wrote(int tick, params (int Rank, int Length)[] bodies)
    {
        var entries = new List<Entry>();
        var runs = new List<BodyRun>();
        foreach (var (rank, length) in bodies)
        {
            runs.Add(new BodyRun(rank, entries.Count, length));
            entries.AddRange(Enumerable.Repeat(new Entry { Body = (ulong)rank, Tick = tick }, length));
        }

        return Share(tick, int.MaxValue) with { Entries = [.. entries], Runs = [.. runs] };
    }

    private static Message Paper(int from, int to, int arrives) => new() { From = from, To = to, Arrives = arrives };

    private static void Refuses(string why, Action what) =>
        Assert.Contains(why, Assert.Throws<InvalidOperationException>(what).Message, StringComparison.Ordinal);
}
