namespace Simulator.Cluster;

/// <summary>Which cluster, and where its members find each other.</summary>
public sealed record ClusterAddress
{
    /// <summary>The cluster's name: silos and clients of one name belong together.</summary>
    public string Cluster { get; init; } = "simulator";

    /// <summary>
    /// The connection string of the PostgreSQL database in which members find each other; <c>null</c>: there
    /// is one silo, on this machine.
    /// </summary>
    public string? Database { get; init; }

    /// <summary>The secret that every member knows; <c>null</c>: none is asked for.</summary>
    public string? Secret { get; init; }

    /// <summary>
    /// The port of a silo on this machine that clients connect to, where there is no database.
    /// </summary>
    public int Gateway { get; init; } = 30000;

    /// <summary>Never the secret, nor the password in the connection string.</summary>
    public override string ToString() => $"cluster '{Cluster}'";
}
