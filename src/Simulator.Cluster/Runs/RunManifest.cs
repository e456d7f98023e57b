namespace Simulator.Cluster.Runs;

/// <summary>All that a run follows from, and so all that is needed to repeat it. Durable.</summary>
[GenerateSerializer, Immutable, Alias("simulator.run-manifest.v1")]
internal sealed record RunManifest
{
    /// <summary>The version of the program that asks for it.</summary>
    [Id(0)]
    public string Version { get; init; } = "";

    /// <summary>The scenario as resolved.</summary>
    [Id(1)]
    public string Text { get; init; } = "";

    /// <summary>The hash of the model as the client has compiled it.</summary>
    [Id(2)]
    public string ModelHash { get; init; } = "";

    /// <summary>The seed.</summary>
    [Id(3)]
    public ulong Seed { get; init; }

    /// <summary>The replication.</summary>
    [Id(4)]
    public int Replication { get; init; }

    /// <summary>The last tick that is played.</summary>
    [Id(5)]
    public int Until { get; init; }

    /// <summary>Regions on each silo, at least 1; no effect on any result.</summary>
    [Id(6)]
    public int RegionsPerSilo { get; init; } = 1;
}
