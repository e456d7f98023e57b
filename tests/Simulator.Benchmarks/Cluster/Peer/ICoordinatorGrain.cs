namespace Simulator.Benchmarks.Cluster.Peer;

/// <summary>Calls the workers of one recorded round after another, as a region calls its bodies.</summary>
[Alias("benchmark.coordinator")]
internal interface ICoordinatorGrain : IGrainWithIntegerKey
{
    /// <summary>Activates a batch of workers.</summary>
    [Alias("open")]
    Task Open(int from, int count);

    /// <summary>Replays the recorded calls from one round up to another.</summary>
    [Alias("replay")]
    Task Replay(Way way, int fromRound, int toRound);
}

/// <summary>How calls are kept under way.</summary>
/// <param name="Width">How many at a time.</param>
/// <param name="Slides">Whether the next one starts when the first ends, or all when all have ended.</param>
[GenerateSerializer, Immutable, Alias("benchmark.way")]
internal sealed record Way([property: Id(0)] int Width, [property: Id(1)] bool Slides)
{
    public override string ToString() => Slides ? $"a window of {Width}" : $"batches of {Width}";
}
