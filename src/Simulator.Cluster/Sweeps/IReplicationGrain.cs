namespace Simulator.Cluster.Sweeps;

/// <summary>A worker that plays whole runs in process. Its key is that of the share it works for.</summary>
[Alias("simulator.replication.v1")]
internal interface IReplicationGrain : IGrainWithStringKey
{
    /// <summary>Plays one replication and reduces its journal to a row.</summary>
    [Alias("run"), ResponseTimeout("1.00:00:00")]
    Task<SweepRow> Run(SweepOrder order, int replication);
}
