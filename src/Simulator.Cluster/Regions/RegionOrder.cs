namespace Simulator.Cluster.Regions;

/// <summary>Which part of which run a region carries.</summary>
/// <param name="Model">The key of the model.</param>
/// <param name="First">Index of its first body.</param>
/// <param name="Count">How many bodies.</param>
/// <param name="Seed">The run's seed.</param>
/// <param name="Replication">The run's replication.</param>
[GenerateSerializer, Immutable, Alias("simulator.region-order.v1")]
internal sealed record RegionOrder(
    [property: Id(0)] string Model, [property: Id(1)] int First, [property: Id(2)] int Count,
    [property: Id(3)] ulong Seed, [property: Id(4)] int Replication);
