namespace Simulator.Cluster.Sweeps;

/// <summary>One replication.</summary>
/// <param name="Replication">Its number.</param>
/// <param name="Values">What the reducer made of it.</param>
/// <param name="Failure">Why it failed; <c>null</c>: it did not.</param>
[GenerateSerializer, Immutable, Alias("simulator.sweep-row.v1")]
internal sealed record SweepRow(
    [property: Id(0)] int Replication, [property: Id(1)] double[] Values, [property: Id(2)] string? Failure);
