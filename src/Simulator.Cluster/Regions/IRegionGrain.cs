namespace Simulator.Cluster.Regions;

/// <summary>
/// A part of the hierarchy: its agenda, and the only caller of its bodies. Its key is run, epoch and
/// number; only the clock of that run and epoch calls it, one call at a time.
/// </summary>
[Alias("simulator.region.v1")]
internal interface IRegionGrain : IGrainWithStringKey
{
    /// <summary>Gets the model ready and says which it is.</summary>
    [Alias("open"), ResponseTimeout("00:10:00")]
    Task<RegionOpening> Open(RegionOrder order);

    /// <summary>Activates a batch of its bodies, before tick 0.</summary>
    /// <param name="from">Place of the first in the region.</param>
    /// <param name="count">How many.</param>
    [Alias("activate"), ResponseTimeout("00:10:00")]
    Task Activate(int from, int count);

    /// <summary>Plays one tick, or as many as the call allows.</summary>
    [Alias("play")]
    Task<RoundAnswer> Play(RoundCall call);

    /// <summary>Drops its bodies and itself.</summary>
    [Alias("drop")]
    Task Drop();
}
