namespace Simulator.Cluster.Runs;

/// <summary>What was brought into a run while it was played. Durable.</summary>
/// <param name="Call">By which a client that asks twice is known.</param>
/// <param name="Text">The inject file.</param>
/// <param name="Tick">The tick from which on it counts.</param>
[GenerateSerializer, Immutable, Alias("simulator.run-inject.v1")]
internal sealed record RunInject(
    [property: Id(0)] Guid Call, [property: Id(1)] string Text, [property: Id(2)] int Tick);
