using Simulator.Cluster.Wire;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;

namespace Simulator.Benchmarks.Cluster.Peer;

/// <summary>As large as what a body gives back.</summary>
[GenerateSerializer, Immutable, Alias("benchmark.answer")]
internal sealed class WorkerAnswer
{
    [Id(0)]
    public Plain<Entry> Entries { get; init; }

    [Id(1)]
    public Plain<Message> Papers { get; init; }

    [Id(2)]
    public Plain<PendingWakeUp> WakeUps { get; init; }

    [Id(3)]
    public string? Failure { get; init; }

    [Id(4)]
    public bool IsStranger { get; init; }
}
