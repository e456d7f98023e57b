using Simulator.Cluster.Wire;
using Simulator.Kernel.Journal;

namespace Simulator.Cluster.Runs;

/// <summary>How a run stands, and what is new of it.</summary>
[GenerateSerializer, Immutable, Alias("simulator.poll-answer.v1")]
internal sealed record PollAnswer
{
    /// <summary>How it stands.</summary>
    [Id(0)]
    public RunPhase Phase { get; init; }

    /// <summary>The tick that the clock has come to.</summary>
    [Id(1)]
    public int Tick { get; init; }

    /// <summary>Entries of consecutive blocks, from the one asked for.</summary>
    [Id(2)]
    public Plain<Entry>[] Blocks { get; init; } = [];

    /// <summary>What has happened, from where the reader was told last.</summary>
    [Id(3)]
    public string[] News { get; init; } = [];

    /// <summary>How many pieces of news this clock has told in all.</summary>
    [Id(4)]
    public int NewsCount { get; init; }

    /// <summary>
    /// Which clock answers; another one knows nothing of the news that its predecessor told.
    /// </summary>
    [Id(8)]
    public Guid Clock { get; init; }

    /// <summary>How many blocks the run has in all; <c>null</c>: it has not ended.</summary>
    [Id(5)]
    public long? BlocksInAll { get; init; }

    /// <summary>What came of it, once it has ended.</summary>
    [Id(6)]
    public RunOutcome? Outcome { get; init; }

    /// <summary>Why it failed.</summary>
    [Id(7)]
    public string? Failure { get; init; }
}
