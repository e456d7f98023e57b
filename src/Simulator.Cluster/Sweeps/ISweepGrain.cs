using Orleans.Concurrency;

namespace Simulator.Cluster.Sweeps;

/// <summary>Replications of a run, spread over the silos. Its key is the sweep's name.</summary>
[Alias("simulator.sweep.v1")]
internal interface ISweepGrain : IGrainWithStringKey
{
    /// <summary>Begins, and returns at once.</summary>
    /// <returns>Why it cannot be begun; <c>null</c>: it has been.</returns>
    [Alias("start")]
    Task<string?> Start(SweepOrder order);

    /// <summary>
    /// The rows that are there beyond those that the client has; waits for more for some seconds.
    /// </summary>
    [Alias("poll"), AlwaysInterleave]
    Task<SweepAnswer> Poll(int have);

    /// <summary>Gives the rest up, and lets go of all.</summary>
    [Alias("drop"), AlwaysInterleave]
    Task Drop();
}
