namespace Simulator.Cluster.Runs;

/// <summary>How far a run has come, as durable storage knows it.</summary>
[GenerateSerializer, Alias("simulator.run-record.v1")]
internal sealed record RunRecord
{
    /// <summary>
    /// The attempt that is under way, from 1. Whoever wants to make another must raise it here first.
    /// </summary>
    [Id(0)]
    public int Epoch { get; init; }

    /// <summary>How many regions that attempt has.</summary>
    [Id(1)]
    public int Regions { get; init; }

    /// <summary>How it stands.</summary>
    [Id(2)]
    public RunPhase Phase { get; init; }

    /// <summary>Blocks of the journal that the reader is known to have.</summary>
    [Id(3)]
    public long Acknowledged { get; init; }

    /// <summary>Blocks that had been made when this was written.</summary>
    [Id(4)]
    public long Made { get; init; }

    /// <summary>The digest of all entries up to there.</summary>
    [Id(5)]
    public string Digest { get; init; } = "";

    /// <summary>Why the run failed.</summary>
    [Id(6)]
    public string? Failure { get; init; }

    /// <summary>
    /// When its reader last asked: a clock that takes the run up goes on only for one who was heard of within
    /// <see cref="RunLimits.Gone"/>, and a run is forgotten <see cref="RunLimits.Forgotten"/> after.
    /// </summary>
    [Id(7)]
    public DateTimeOffset ReaderSeen { get; init; }

    /// <summary>What was brought in, in that order.</summary>
    [Id(8)]
    public RunInject[] Injects { get; init; } = [];

    /// <summary>
    /// The first tick of which nothing had been released when this was written: what is brought in counts from
    /// there on or from later on.
    /// </summary>
    [Id(9)]
    public int Unreleased { get; init; }

    /// <summary>
    /// Whether it has been played to its end, perhaps by a clock before: its reader may have the last, short
    /// block, and nothing can be brought in any more.
    /// </summary>
    [Id(10)]
    public bool HasEnded { get; init; }
}
