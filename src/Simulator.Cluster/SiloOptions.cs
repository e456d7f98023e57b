using System.Net;
using Simulator.Cluster.Telemetry.Exposition;

namespace Simulator.Cluster;

/// <summary>How a silo takes part in its cluster.</summary>
public sealed record SiloOptions
{
    /// <summary>The cluster that it belongs to.</summary>
    public ClusterAddress Address { get; init; } = new();

    /// <summary>The address that other silos and clients reach it at.</summary>
    public IPAddress Listen { get; init; } = IPAddress.Loopback;

    /// <summary>
    /// The port that other silos reach it at; 0: with a database the first free one from 11111 on, else 11111.
    /// </summary>
    public int Port { get; init; }

    /// <summary>
    /// The port that clients reach it at; 0: with a database the first free one from 30000 on, else 30000.
    /// </summary>
    public int Gateway { get; init; }

    /// <summary>The port at which <see cref="Listen"/> answers <c>GET /metrics</c>; <c>null</c>: none does.</summary>
    public int? MetricsPort { get; init; }

    /// <summary>Where it answers, as one asks for it; <c>null</c>: nowhere.</summary>
    public string? MetricsUrl => MetricsPort is { } port ? MetricsEndpoint.UrlOf(Listen, port) + "metrics" : null;

    /// <summary>How long a silo that is asked whether it is alive has to answer.</summary>
    public TimeSpan ProbeTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How many answers may be missed before a silo is held for dead.</summary>
    public int MissedProbes { get; init; } = 3;
}
