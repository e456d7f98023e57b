using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Simulator.Benchmarks.Cascade.Restated;
using Simulator.Cluster;
using Simulator.Cluster.Hosting;

namespace Simulator.Benchmarks.Cluster.Peer;

/// <summary>A silo as the product makes it for a process alone, in which the recording is replayed.</summary>
internal sealed class PeerSilo : IAsyncDisposable
{
    private const int ActivationBatch = 2000;
    private const int CallsAtATime = 100_000;

    private readonly IHost host = SiloHost.Alone(new ClusterPorts(new CascadeSource(), []));
    private readonly Recording recording;

    private PeerSilo(Recording recording) => this.recording = recording;

    private ICoordinatorGrain Coordinator =>
        host.Services.GetRequiredService<IClusterClient>().GetGrain<ICoordinatorGrain>(0);

    public static async Task<PeerSilo> Start(Recording recording)
    {
        Recording.Present = recording;
        var silo = new PeerSilo(recording);
        await silo.host.StartAsync();
        return silo;
    }

    /// <summary>Activates so many workers.</summary>
    public async Task<Spent> Activate(int workers)
    {
        var spent = Spent.Start();
        for (var from = 0; from < workers; from += ActivationBatch)
            await Coordinator.Open(from, Math.Min(ActivationBatch, workers - from));
        return spent();
    }

    /// <summary>Replays the whole recording, some rounds a call, for a call must end in good time.</summary>
    public async Task<Spent> Replay(Way way)
    {
        var spent = Spent.Start();
        for (var (from, to) = (0, 0); from < recording.Widths.Count; from = to)
        {
            for (var calls = 0; to < recording.Widths.Count && calls < CallsAtATime; to++)
                calls += recording.Widths[to];
            await Coordinator.Replay(way, from, to);
        }

        return spent();
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
    }
}
