namespace Simulator.Cluster.Runs;

/// <summary>What a reader has and wants.</summary>
/// <param name="From">The number of the block wanted next; all before it are acknowledged.</param>
/// <param name="Digest">The digest of all that the reader has.</param>
/// <param name="Clock">The clock that it heard from last; empty: none.</param>
/// <param name="News">How many pieces of news that clock has told it.</param>
[GenerateSerializer, Immutable, Alias("simulator.poll-request.v1")]
internal sealed record PollRequest(
    [property: Id(0)] long From, [property: Id(1)] string Digest, [property: Id(2)] Guid Clock,
    [property: Id(3)] int News)
{
    /// <summary>The tick after that of the last entry that the reader has; 0: he has none.</summary>
    [Id(4)]
    public int Unreleased { get; init; }
}
