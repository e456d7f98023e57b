namespace Simulator.Cluster.Sweeps;

/// <summary>
/// One silo's share of a sweep. Its key is the sweep's name and a number, by which it is placed; it hands
/// replications to the workers beside it.
/// </summary>
[Alias("simulator.sweep-share.v1")]
internal interface ISweepShareGrain : IGrainWithStringKey
{
    /// <summary>Runs some replications, side by side.</summary>
    [Alias("run"), ResponseTimeout("1.00:00:00")]
    Task<SweepRow[]> Run(SweepOrder order, int[] replications);
}
