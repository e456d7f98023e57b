using Orleans.Concurrency;
using Simulator.Cluster.Regions;

namespace Simulator.Cluster.Sweeps;

/// <summary>Passes replications on to the workers of its silo.</summary>
[Reentrant, RegionPlacement, GrainType("simulator.sweep-share")]
internal sealed class SweepShareGrain(IGrainFactory grains) : Grain, ISweepShareGrain
{
    /// <inheritdoc/>
    public Task<SweepRow[]> Run(SweepOrder order, int[] replications)
    {
        var worker = grains.GetGrain<IReplicationGrain>(this.GetPrimaryKeyString());
        return Task.WhenAll(replications.Select(replication => worker.Run(order, replication)));
    }
}
