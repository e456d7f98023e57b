using Simulator.Kernel.Chance;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Interventions;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;
using Simulator.Tests.Kernel.Models;

namespace Simulator.Tests.Kernel.Hosts;

/// <summary>
/// Carries a run as a cluster does, without one: a clock, regions that know only what is due, bodies each
/// with a slab of its own. Whatever goes from one to another has been bytes in between, and what a cluster
/// leaves to chance is left to dice here: in which order calls come back, and when a region that is alone
/// in the run for a while stops to hand in what it has.
/// </summary>
internal sealed class RegionsApartHost
{
    private readonly CompiledModel _model;
    private readonly ChanceKey _chance;
    private readonly Dice _dice;
    private readonly Slab[] _slabs;
    private readonly RemoteRegion[] _regions;
    private readonly JournalCollector _journal = new();
    private readonly RunClock _clock;

    private RegionsApartHost(CompiledModel model, RunOptions options, int[] starts)
    {
        _model = model;
        _chance = new ChanceKey(options.Seed, options.Replication);
        _dice = new Dice(options.Seed);
        _slabs = [.. Enumerable.Range(0, model.Bodies.Count).Select(index => new Slab(model, index, 1))];
        _regions = [.. starts.Zip(starts.Skip(1), (first, end) => new RemoteRegion(model, first, end - first))];
        _clock = new RunClock(starts, options.Until?.Value ?? model.Until, _journal, model);
    }

    /// <summary>The most ticks that a region played by itself in one call.</summary>
    public long MostTicks { get; private set; }

    public Played Played { get; private set; } = null!;

    public RunResult Result { get; private set; } = null!;

    public static RegionsApartHost Run(CompiledModel model, RunOptions options, int[] starts)
    {
        var host = new RegionsApartHost(model, options, starts);
        host.Play();
        host.Result = host._clock.Result();
        host.Played = new Played(model, options, host._journal.Entries, host._clock.Digest);
        return host;
    }

    private void Play()
    {
        foreach (var region in _dice.Shuffled(Enumerable.Range(0, _regions.Length)))
        {
            _clock.Report(region, _regions[region].NextDue());
        }

        while (_clock.Plan())
        {
            var shares = _dice.Shuffled(_clock.Calls).Select(call => (call.Region, Share: Answer(call))).ToArray();
            foreach (var (region, share) in _dice.Shuffled(shares))
            {
                _clock.Settle(region, share with
                {
                    Entries = [.. share.Entries.Select(Crossing)],
                    Leaving = [.. share.Leaving.Select(Crossing)],
                    DeskMoves = [.. _dice.Shuffled(share.DeskMoves).Select(PaperBytes.Crossing)],
                });
                MostTicks = Math.Max(MostTicks, share.Rounds);
            }

            _clock.Complete();
        }
    }

    private RegionShare Answer(RegionCall call)
    {
        var region = _regions[call.Region];
        foreach (var paper in _dice.Shuffled(call.Arrivals))
        {
            region.Accept(Crossing(paper));
        }

        region.Direct([.. _dice.Shuffled(call.WakeUps).Select(woken => new PendingWakeUp(woken.Due, Crossing(woken.WakeUp)))]);
        var now = _model.Under(call.Regime);
        var mostTicks = _dice.Pick(1, 2, 7, int.MaxValue);
        var mostEntries = _dice.Pick(1, 20, int.MaxValue);
        var next = _clock.Tick;
        for (var played = 0; ; next = region.NextDue())
        {
            PlayRound(region, now, next);
            if (++played >= mostTicks || region.PendingEntries >= mostEntries || region.HasLeaving
                || region.NextDue() >= _clock.Horizon)
            {
                return region.Collect();
            }
        }
    }

    /// <summary>Bodies are taken all at once or a few at a time, and answer in any order.</summary>
    private void PlayRound(RemoteRegion region, CompiledModel now, int tick)
    {
        var bodies = region.Open(tick);
        var atOnce = _dice.Pick(1, 3, int.MaxValue);
        var seen = new List<int>();
        while (Taken(region, atOnce) is { Count: > 0 } taken)
        {
            var outcomes = _dice.Shuffled(taken)
                .ToDictionary(item => item.Body, item => PlayBody(now, item.Body, tick, item.WakeUps, item.Papers));
            foreach (var (body, _, _) in taken)
            {
                var outcome = outcomes[body];
                region.Settle(body, outcome.Entries, outcome.Messages, outcome.WakeUps, outcome.Moves);
                seen.Add(body);
            }
        }

        Assert.Equal(bodies, seen.Count);
        Assert.Equal(seen.Distinct().OrderBy(body => _model.FactsOf(body).Rank), seen);
    }

    private static List<(int Body, WakeUp[] WakeUps, Message[] Papers)> Taken(RemoteRegion region, int most)
    {
        var taken = new List<(int, WakeUp[], Message[])>();
        while (taken.Count < most && region.TakeNext(out var body, out var wakeUps, out var papers))
        {
            taken.Add((body, [.. wakeUps.ToArray().Select(Crossing)], [.. papers.ToArray().Select(Crossing)]));
        }

        return taken;
    }

    private (Entry[] Entries, Message[] Messages, PendingWakeUp[] WakeUps, DeskMove[] Moves) PlayBody(
        CompiledModel now, int body, int tick, WakeUp[] wakeUps, Message[] papers)
    {
        var outcome = new Outcome();
        BodyRound.Play(now, _chance, _slabs[body], body, tick, wakeUps, papers, outcome);
        return (
            [.. outcome.Entries.ToArray().Select(Crossing)],
            [.. outcome.Messages.ToArray().Select(Crossing)],
            [.. outcome.WakeUps.ToArray().Select(asked => new PendingWakeUp(asked.Due, Crossing(asked.WakeUp)))],
            [.. outcome.DeskMoves.ToArray().Select(PaperBytes.Crossing)]);
    }

    private static Entry Crossing(Entry entry) => EntryBytes.Entry(EntryBytes.Of(entry));

    private static Message Crossing(Message paper) => PaperBytes.Paper(PaperBytes.Of(paper));

    private static WakeUp Crossing(WakeUp wakeUp) => PaperBytes.WakeUp(PaperBytes.Of(wakeUp));
}
