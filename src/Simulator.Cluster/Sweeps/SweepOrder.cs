namespace Simulator.Cluster.Sweeps;

/// <summary>Which replications are wanted, and what of them.</summary>
[GenerateSerializer, Immutable, Alias("simulator.sweep-order.v1")]
internal sealed record SweepOrder
{
    /// <summary>The version of the program that asks for it.</summary>
    [Id(0)]
    public string Version { get; init; } = "";

    /// <summary>The scenario as resolved.</summary>
    [Id(1)]
    public string Text { get; init; } = "";

    /// <summary>The seed.</summary>
    [Id(2)]
    public ulong Seed { get; init; }

    /// <summary>The last tick that is played.</summary>
    [Id(3)]
    public int Until { get; init; }

    /// <summary>The name of the reducer that makes a row of each.</summary>
    [Id(4)]
    public string Reducer { get; init; } = "";

    /// <summary>The numbers of those that are still wanted.</summary>
    [Id(5)]
    public int[] Replications { get; init; } = [];
}
