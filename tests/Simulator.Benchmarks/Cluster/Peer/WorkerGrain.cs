using Orleans.Placement;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;

namespace Simulator.Benchmarks.Cluster.Peer;

/// <summary>A grain with nothing in it, placed and kept as a body is.</summary>
[KeepAlive, PreferLocalPlacement, GrainType("benchmark.worker")]
internal sealed class WorkerGrain(IGrainContext context) : IWorkerGrain, IGrainBase
{
    public IGrainContext GrainContext => context;

    public Task Open() => Task.CompletedTask;

    public ValueTask<WorkerAnswer> Play(WorkerCall call) => new(new WorkerAnswer
    {
        Entries = Arrays.New<Entry>(call.Entries),
        Papers = Arrays.New<Message>((int)(call.PapersAndWakeUps >> 16)),
        WakeUps = Arrays.New<PendingWakeUp>((int)(call.PapersAndWakeUps & 0xFFFF)),
    });
}
