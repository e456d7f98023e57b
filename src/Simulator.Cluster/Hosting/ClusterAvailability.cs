using Simulator.Cluster.Hosting;

namespace Simulator.Cluster;

/// <content>Compiled only where Orleans is.</content>
public static partial class ClusterAvailability
{
    static partial void Provide(ref ICluster? cluster) => cluster = new OrleansCluster();
}
