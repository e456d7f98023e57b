namespace Simulator.Cluster.Sweeps;

/// <summary>Rows of finished replications, in the order in which they finished.</summary>
[GenerateSerializer, Immutable, Alias("simulator.sweep-answer.v1")]
internal sealed record SweepAnswer
{
    /// <summary>The rows.</summary>
    [Id(0)]
    public SweepRow[] Rows { get; init; } = [];

    /// <summary>Why the sweep ended before its end.</summary>
    [Id(1)]
    public string? Failure { get; init; }

    /// <summary>Whether nothing is known of the sweep here: the silo that held it was lost.</summary>
    [Id(3)]
    public bool IsLost { get; init; }

    /// <summary>What has happened, such as a silo lost and its share done again elsewhere.</summary>
    [Id(2)]
    public string[] News { get; init; } = [];
}
