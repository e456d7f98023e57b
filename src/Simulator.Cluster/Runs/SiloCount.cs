namespace Simulator.Cluster.Runs;

/// <summary>How many silos there are to share a run, as the silo that asks knows it.</summary>
internal sealed class SiloCount(ISiloStatusOracle oracle)
{
    /// <summary>At least 1.</summary>
    internal int Count() => Math.Max(1, oracle.GetApproximateSiloStatuses(onlyActive: true).Count);
}
