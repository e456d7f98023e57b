namespace Simulator.Cluster.Runs;

/// <summary>What somebody wants to bring into a run.</summary>
/// <param name="Version">The version of the program that asks.</param>
/// <param name="Call">The same each time that it is asked again.</param>
/// <param name="Text">The inject file.</param>
[GenerateSerializer, Immutable, Alias("simulator.inject-request.v1")]
internal sealed record InjectRequest(
    [property: Id(0)] string Version, [property: Id(1)] Guid Call, [property: Id(2)] string Text);
