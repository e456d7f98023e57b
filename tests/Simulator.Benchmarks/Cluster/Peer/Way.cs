namespace Simulator.Benchmarks.Cluster.Peer;

/// <summary>How calls are kept under way.</summary>
/// <param name="Width">How many at a time.</param>
/// <param name="Slides">Whether the next one starts when the first ends, or all when all have ended.</param>
[GenerateSerializer, Immutable, Alias("benchmark.way")]
internal sealed record Way([property: Id(0)] int Width, [property: Id(1)] bool Slides)
{
    public override string ToString() => Slides ? $"a window of {Width}" : $"batches of {Width}";
}
