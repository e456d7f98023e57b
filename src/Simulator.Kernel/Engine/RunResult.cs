using Simulator.Kernel.Journal;
using Simulator.Kernel.Time;

namespace Simulator.Kernel.Engine;

/// <summary>What is known of a run when it has ended.</summary>
public sealed record RunResult
{
    /// <summary>The digest of the journal.</summary>
    public required Digest Digest { get; init; }

    /// <summary>Entries in the journal.</summary>
    public required long Entries { get; init; }

    /// <summary>Ticks at which anything was due.</summary>
    public required long Rounds { get; init; }

    /// <summary>Rounds of single bodies.</summary>
    public required long BodyRounds { get; init; }

    /// <summary>The tick of the last entry.</summary>
    public required Tick EndedAt { get; init; }

    /// <summary>Whether nothing more was due when the run ended.</summary>
    public required bool IsExhausted { get; init; }

    /// <summary>Bytes of live state at the end.</summary>
    public required long Bytes { get; init; }

    /// <summary>
    /// The scenario as resolved with what was brought into the run while it was played; <c>null</c>: nothing
    /// was, and it is the one that was ordered.
    /// </summary>
    public string? Text { get; init; }
}
