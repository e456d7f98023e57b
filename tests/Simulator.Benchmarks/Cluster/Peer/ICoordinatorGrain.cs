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
