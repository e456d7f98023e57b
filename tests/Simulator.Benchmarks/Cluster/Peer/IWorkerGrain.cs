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
