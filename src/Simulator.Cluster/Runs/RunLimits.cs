using Simulator.Kernel.Journal;

namespace Simulator.Cluster.Runs;

/// <summary>
/// How much of a journal is kept for its reader, how long he is waited for, and in what steps a clock works.
/// None of it has an effect on any result.
/// </summary>
internal sealed record RunLimits
{
    /// <summary>
    /// Entries in a block of the journal: no more than make an array that the collector counts as small.
    /// </summary>
    public int BlockSize { get; init; } = 1024;

    /// <summary>With how many blocks that the reader does not have the clock waits for him.</summary>
    public int BlocksKept { get; init; } = 256;

    /// <summary>
    /// Longest time that a turn of a clock, or a call of a region, works before others are heard.
    /// </summary>
    public TimeSpan Slice { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// Time between two looks of a clock that has nothing to do, and between two records of one that has.
    /// </summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Longest time that a poll waits for something new.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>After how long a silence of its reader a run waits for him.</summary>
    public TimeSpan Gone { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// After how long a silence the bodies are dropped; who comes back finds them made again.
    /// </summary>
    public TimeSpan LongGone { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>After how long a silence the run is forgotten.</summary>
    public TimeSpan Forgotten { get; init; } = TimeSpan.FromHours(24);

    /// <summary>A journal of which the reader has so many blocks already.</summary>
    internal JournalBlocks Journal(long acknowledged) => new(BlockSize, BlocksKept, acknowledged);
}
