using Simulator.Cluster.Wire;
using Simulator.Kernel.Engine;

namespace Simulator.Benchmarks.Cluster.Peer;

/// <summary>
/// As large as what a region gives to a body; where that has its numbers, the size of the answer.
/// </summary>
[GenerateSerializer, Immutable, Alias("benchmark.call")]
internal sealed class WorkerCall(int entries, uint papersAndWakeUps, WakeUp[] wakeUps, Message[] papers)
{
    [Id(0)]
    public int Entries { get; } = entries;

    [Id(1)]
    public uint PapersAndWakeUps { get; } = papersAndWakeUps;

    [Id(2)]
    public Plain<WakeUp> WakeUps { get; } = wakeUps;

    [Id(3)]
    public Plain<Message> Papers { get; } = papers;

    public static WorkerCall Of(in CallShape shape) => new(
        shape.Entries, ((uint)shape.PapersOut << 16) | shape.WakeUpsOut,
        Arrays.New<WakeUp>(shape.WakeUps), Arrays.New<Message>(shape.Papers));
}
