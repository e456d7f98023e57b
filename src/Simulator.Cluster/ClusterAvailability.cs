using System.Reflection;

namespace Simulator.Cluster;

/// <summary>
/// Whether this program was built with Orleans. Some package sources do not hold all of it; a program built
/// from them has everything but the cluster, and says why.
/// </summary>
public static partial class ClusterAvailability
{
    private static readonly ICluster? Cluster = Find();

    /// <summary>Whether a cluster can be opened.</summary>
    public static bool IsHere => Cluster is not null;

    /// <summary>Why there is none, as one sentence without a full stop; empty where there is one.</summary>
    public static string Reason { get; } = Cluster is null ? Told("WithoutOrleans") : "";

    /// <summary>The version of Orleans; empty where it is not.</summary>
    public static string Version { get; } = Cluster is null ? "" : Told("Orleans");

    /// <summary>The cluster's door.</summary>
    /// <exception cref="InvalidOperationException">
    /// There is none; the message is <see cref="Reason"/>.
    /// </exception>
    public static ICluster Open() => Cluster ?? throw new InvalidOperationException(Reason);

    /// <summary>Implemented beside the code that is compiled only with Orleans.</summary>
    static partial void Provide(ref ICluster? cluster);

    private static ICluster? Find()
    {
        ICluster? cluster = null;
        Provide(ref cluster);
        return cluster;
    }

    private static string Told(string key) => typeof(ClusterAvailability).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(attribute => attribute.Key == key)?.Value ?? "";
}
