using Simulator.Cluster.Wire;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;

namespace Simulator.Benchmarks.Cluster.Peer;

/// <summary>What stands for a body where only Orleans is measured: answers a call with new arrays.</summary>
[Alias("benchmark.worker")]
internal interface IWorkerGrain : IGrainWithIntegerKey
{
    /// <summary>Brings it to life.</summary>
    [Alias("open")]
    Task Open();

    /// <summary>Answers.</summary>
    [Alias("play")]
    ValueTask<WorkerAnswer> Play(WorkerCall call);
}

/// <summary>As large as what a region gives to a body; where that has its numbers, the size of the answer.</summary>
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

/// <summary>Arrays of plain values that nobody reads.</summary>
internal static class Arrays
{
    public static T[] New<T>(int length) => length == 0 ? [] : new T[length];
}
