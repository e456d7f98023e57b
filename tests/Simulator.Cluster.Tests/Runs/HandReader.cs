using System.Diagnostics;
using Simulator.Cluster.Bodies;
using Simulator.Cluster.Hosting;
using Simulator.Cluster.Regions;
using Simulator.Cluster.Runs;
using Simulator.Cluster.Tests.Silos;
using Simulator.Cluster.Wire;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;
using Simulator.Tests.Kernel.Models;

namespace Simulator.Cluster.Tests.Runs;

/// <summary>Reads a run poll by poll, as a test bids.</summary>
internal sealed class HandReader(TestSilos silos, RunOrder order, string name)
{
    private readonly List<Entry> entries = [];
    private readonly PatientCaller caller = new(null, TestContext.Current.CancellationToken);
    private long have;
    private Digest digest;
    private Guid clock;
    private int heard;
    private int unreleased;

    public IRunGrain Run { get; } = silos.Client.GetGrain<IRunGrain>(name);

    public string Name => name;

    public IReadOnlyList<Entry> Entries => entries;

    public RunOrder Order => order;

    public List<string> News { get; } = [];

    public PollAnswer Last { get; private set; } = new();

    public RunManifest Manifest { get; } = new()
    {
        Version = ProgramVersion.Text,
        Text = order.Text,
        ModelHash = order.Model.Hash.ToString(),
        Seed = order.Options.Seed,
        Until = order.Model.Until,
    };

    public IRegionGrain Region(int epoch, int number) =>
        silos.Client.GetGrain<IRegionGrain>(GrainKeys.Of(name, epoch, number));

    public IBodyGrain Body(int epoch, int index) =>
        silos.Client.GetGrain<IBodyGrain>(GrainKeys.Of(name, epoch, order.Model.Bodies[index].Id));

    /// <summary>Asks how the run stands, and acknowledges nothing new.</summary>
    public async Task<PollAnswer> Look()
    {
        var request = new PollRequest(have, digest.ToString(), clock, heard) { Unreleased = unreleased };
        Last = await caller.Reach(() => Run.Poll(request));
        News.AddRange(Last.News);
        (clock, heard) = (Last.Clock, Last.NewsCount);
        return Last;
    }

    /// <summary>Takes what there is, so that the next look acknowledges it.</summary>
    public async Task<PollAnswer> Read(int atMost = int.MaxValue)
    {
        foreach (var block in (await Look()).Blocks.Take(atMost))
        {
            entries.AddRange(block.Items);
            digest = digest.With(block.Span);
            unreleased = entries[^1].Tick + 1;
            have++;
        }

        return Last;
    }

    /// <summary>Looks until the clock stands because nobody reads.</summary>
    public Task UntilItStands() => TestSilos.Until(
        async () => (await Look()).Phase == RunPhase.WaitingForReader, "the clock waits for its reader");

    /// <summary>Looks, without reading, until the run is told to be something.</summary>
    public Task Until(RunPhase phase) =>
        TestSilos.Until(async () => (await Look()).Phase == phase, $"the run is {phase} and not {Last.Phase}");

    /// <summary>Reads to the end, and holds what it has against the run in process.</summary>
    /// <param name="text">The scenario, if it is not as ordered.</param>
    public async Task ReadsTheWholeJournalOnce(string? text = null)
    {
        var started = Stopwatch.GetTimestamp();
        while (Last.Outcome is null || have < Last.BlocksInAll)
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromMinutes(1), "The run has not ended in a minute.");
            await Read();
            Assert.Null(Last.Failure);
        }

        var undisturbed = Played.Of(text is null ? order.Model : MadeUpModels.ModelOf(text), order.Options);
        Journals.AreSame(undisturbed, entries, digest, name);
        Assert.Equal(undisturbed.Digest, Last.Outcome.Result().Digest);
    }
}
