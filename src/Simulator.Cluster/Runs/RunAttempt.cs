using System.Diagnostics;
using Simulator.Cluster.Models;
using Simulator.Cluster.Regions;
using Simulator.Cluster.Telemetry;
using Simulator.Cluster.Wire;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;

namespace Simulator.Cluster.Runs;

/// <summary>
/// One attempt at a run: the regions of one epoch, and the kernel's <see cref="RunClock"/> over them. No
/// call is made twice; one that fails ends the attempt.
/// </summary>
internal sealed class RunAttempt
{
    private const int ActivationBatch = 2000;

    private readonly IRegionGrain[] regions;
    private readonly int[] starts;
    private readonly long[] calls;
    private readonly RunClock clock;
    private readonly string run;
    private readonly Activity? span;
    private readonly Backlog.Part waiting = ClusterTelemetry.Blocks.Open();
    private int activated;
    private long began = Stopwatch.GetTimestamp();

    private RunAttempt(
        string run, CompiledModel model, RunManifest manifest, int epoch, int[] starts, IRegionGrain[] regions,
        JournalBlocks blocks)
    {
        (this.run, this.starts, this.regions, Blocks) = (run, starts, regions, blocks);
        span = ClusterTelemetry.StartEpoch(run, epoch);
        calls = new long[regions.Length];
        clock = new RunClock(starts, manifest.Until, blocks, model);
    }

    internal JournalBlocks Blocks { get; }

    /// <summary>Whether all bodies are there.</summary>
    internal bool IsOpen { get; private set; }

    /// <summary>Whether nothing more is due.</summary>
    internal bool HasEnded { get; private set; }

    /// <summary>The tick played last.</summary>
    internal int Tick => clock.Tick;

    /// <summary>
    /// The first tick of which nothing is released: a region that plays alone may be ahead of the clock.
    /// </summary>
    internal int Unreleased => Math.Max(clock.Tick, clock.LastTick) + 1;

    /// <summary>What has come of it so far.</summary>
    internal RunResult Result() => clock.Result();

    /// <summary>Cuts the hierarchy and has every region compile the same model.</summary>
    internal static async Task<RunAttempt> Begin(
        IGrainFactory grains, CompiledModel model, RunManifest manifest, string run, int epoch, int regionCount,
        JournalBlocks blocks)
    {
        var starts = RegionCut.Of(model, regionCount);
        var regions = Enumerable.Range(0, starts.Length - 1)
            .Select(place => grains.GetGrain<IRegionGrain>(GrainKeys.Of(run, epoch, place))).ToArray();
        var attempt = new RunAttempt(run, model, manifest, epoch, starts, regions, blocks);
        var key = ModelKey.Of(manifest.Text);
        var openings = await Task.WhenAll(regions.Select((region, place) => region.Open(new RegionOrder(
            key, starts[place], starts[place + 1] - starts[place], manifest.Seed, manifest.Replication))));
        for (var place = 0; place < regions.Length; place++)
        {
            if (openings[place].ModelHash != manifest.ModelHash)
            {
                throw new RunFailedException(
                    "The silos read the scenario differently from the client: they run another version of the "
                    + $"program or of its libraries (model {openings[place].ModelHash}, not "
                    + $"{manifest.ModelHash}).");
            }

            attempt.clock.Report(place, openings[place].NextDue);
        }

        attempt.began = Stopwatch.GetTimestamp();
        return attempt;
    }

    /// <summary>Activates the next bodies of each region.</summary>
    internal async Task ActivateSome()
    {
        var from = activated;
        await Task.WhenAll(regions.Select((region, place) =>
        {
            var left = starts[place + 1] - starts[place] - from;
            return left > 0 ? region.Activate(from, Math.Min(left, ActivationBatch)) : Task.CompletedTask;
        }));
        activated += ActivationBatch;
        IsOpen = activated >= Enumerable.Range(0, regions.Length).Max(place => starts[place + 1] - starts[place]);
        if (IsOpen)
        {
            ClusterTelemetry.Opened(starts[^1], Stopwatch.GetElapsedTime(began));
            began = Stopwatch.GetTimestamp();
        }
    }

    /// <summary>Plays until the time is up, the reader has enough to read, or nothing more is due.</summary>
    internal async Task Advance(TimeSpan slice)
    {
        using var slicing = ClusterTelemetry.StartSlice(run, clock.Tick, span?.Id);
        var started = Stopwatch.GetTimestamp();
        waiting.Set(Blocks.Waiting);
        while (!Blocks.IsFull && Stopwatch.GetElapsedTime(started) < slice)
        {
            if (!Plan())
            {
                HasEnded = true;
                ClusterTelemetry.Played(Stopwatch.GetElapsedTime(began));
                return;
            }

            await PlayRound();
        }
    }

    /// <summary>Nothing more will be played in it.</summary>
    internal void Close()
    {
        span?.Dispose();
        waiting.Dispose();
    }

    /// <summary>Drops all that the attempt has made; what cannot be reached is gone already.</summary>
    internal static async Task Drop(IGrainFactory grains, string run, int epoch, int regionCount)
    {
        var dropping = Enumerable.Range(0, regionCount)
            .Select(place => grains.GetGrain<IRegionGrain>(GrainKeys.Of(run, epoch, place)).Drop()).ToArray();
        await Task.WhenAll(dropping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task PlayRound()
    {
        var due = clock.Calls;
        if (due.Count == 1)
        {
            Settle(due[0].Region, await Ask(due[0]));
        }
        else
        {
            var asked = new Task<RoundAnswer>[due.Count];
            for (var place = 0; place < asked.Length; place++)
            {
                asked[place] = Ask(due[place]);
            }

            for (var place = 0; place < asked.Length; place++)
            {
                Settle(due[place].Region, await asked[place]);
            }
        }

        clock.Complete();
    }

    private bool Plan()
    {
        try
        {
            return clock.Plan();
        }
        catch (RunException refused)
        {
            // What is in force cannot be so together: it could not at any other attempt either.
            throw new RunFailedException(refused.Message);
        }
    }

    private Task<RoundAnswer> Ask(RegionCall call) => regions[call.Region].Play(
        new RoundCall(++calls[call.Region], clock.Tick, clock.Horizon, call.Arrivals, call.Regime, call.WakeUps));

    private void Settle(int region, RoundAnswer answer)
    {
        if (answer.Failure is { } failure)
        {
            throw new RunFailedException(failure);
        }

        if (answer.Lost is { } lost)
        {
            throw new AttemptLostException(lost);
        }

        clock.Settle(region, answer.Share());
    }
}
