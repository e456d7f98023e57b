using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;
using Orleans.Runtime.Hosting;
using Orleans.TestingHost;
using Simulator.Cluster.Hosting;
using Simulator.Cluster.Runs;
using Simulator.Cluster.Tests.Runs;
using Simulator.Kernel.Engine;

namespace Simulator.Cluster.Tests.Silos;

/// <summary>Silos in this process, with a database and reminders that outlive them.</summary>
internal sealed class TestSilos : IAsyncDisposable
{
    private readonly InProcessTestCluster cluster;

    private TestSilos(int silos, RunLimits limits)
    {
        var builder = new InProcessTestClusterBuilder((short)silos);
        builder.Options.ConfigureFileLogging = false;
        builder.ConfigureSilo((_, silo) =>
        {
            silo.Configure<ClusterMembershipOptions>(membership =>
            {
                membership.ProbeTimeout = TimeSpan.FromSeconds(2);
                membership.NumMissedProbesLimit = 2;
            });
            silo.Services.AddGrainStorage(RunLedger.Storage, (_, _) => Storage);
            silo.AddReminders();
            silo.Services.AddSingleton<IReminderTable>(Reminders);
            silo.Services.AddSingleton(limits);
            ClusterServices.Add(silo.Services, new ClusterPorts(Models, [new EntryCount()]));
        });
        cluster = builder.Build();
    }

    /// <summary>
    /// Blocks so small, and so few, that every run waits for its reader; looks so frequent that it goes on at
    /// once.
    /// </summary>
    public static RunLimits Narrow { get; } = new()
    {
        BlockSize = 8,
        BlocksKept = 3,
        Idle = TimeSpan.FromMilliseconds(100),
        Poll = TimeSpan.FromMilliseconds(500),
    };

    public SharedStorage Storage { get; } = new();

    public SharedReminders Reminders { get; } = new();

    public MadeUpModels Models { get; } = new();

    public IClusterClient Client => cluster.Client;

    public static async Task<TestSilos> Start(int silos, RunLimits? limits = null)
    {
        var started = new TestSilos(silos, limits ?? Narrow);
        await started.cluster.DeployAsync();
        return started;
    }

    /// <summary>Rouses a clock as Orleans' reminder does.</summary>
    public static Task Rouse(IRunGrain run) => run.AsReference<IRemindable>().ReceiveReminder("clock", default);

    /// <summary>Waits for what comes about by itself.</summary>
    public static async Task Until(Func<Task<bool>> isSo, string what)
    {
        var started = Stopwatch.GetTimestamp();
        while (!await isSo())
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromMinutes(1), $"Waited a minute until {what}.");
            await Task.Delay(20);
        }
    }

    public ClusterEngine Engine(int regionsPerSilo = 1, bool isElsewhere = false) =>
        new(Client, regionsPerSilo, () => default, isElsewhere);

    /// <summary>Begins a run that a test reads by hand.</summary>
    public async Task<HandReader> Begin(int seed, int regionsPerSilo = 1)
    {
        var order = MadeUpModels.Order(seed);
        var reader = new HandReader(this, order, $"by-hand-{Guid.NewGuid():n}");
        Assert.Null(await reader.Run.Start(reader.Manifest with { RegionsPerSilo = regionsPerSilo }));
        return reader;
    }

    /// <summary>Where the grains of a type are, of those whose key begins so.</summary>
    public async Task<Dictionary<string, SiloAddress>> Activations(string type, string key = "")
    {
        var all = await Client.GetGrain<IManagementGrain>(0).GetDetailedGrainStatistics();
        return all
            .Where(one => one.GrainId.Type.ToString() == type
                && one.GrainId.Key.ToString()!.StartsWith(key, StringComparison.Ordinal))
            .ToDictionary(one => one.GrainId.Key.ToString()!, one => one.SiloAddress);
    }

    /// <summary>Takes a grain away behind everybody's back.</summary>
    public Task Deactivate(IGrain grain) => cluster.DeactivateAsync(grain);

    /// <summary>Kills a silo with all that is on it.</summary>
    public Task Kill(SiloAddress silo) => cluster.KillSiloAsync(cluster.Silos.Single(one => one.SiloAddress == silo));

    /// <summary>Silos that live.</summary>
    public IReadOnlyList<SiloAddress> Addresses => [.. cluster.Silos.Select(silo => silo.SiloAddress)];

    public ValueTask DisposeAsync() => cluster.DisposeAsync();
}
