namespace Simulator.Cluster.Bodies;

/// <summary>Which body of which run a grain is.</summary>
/// <param name="Model">The key of the model.</param>
/// <param name="Index">Index of the body in the model.</param>
/// <param name="Seed">The run's seed.</param>
/// <param name="Replication">The run's replication.</param>
[GenerateSerializer, Immutable, Alias("simulator.body-order.v1")]
internal sealed record BodyOrder(
    [property: Id(0)] string Model, [property: Id(1)] int Index, [property: Id(2)] ulong Seed,
    [property: Id(3)] int Replication);
