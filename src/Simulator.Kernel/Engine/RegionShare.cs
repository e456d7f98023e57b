using Simulator.Kernel.Journal;

namespace Simulator.Kernel.Engine;

/// <summary>
/// What came of the ticks that a region has played by itself: its share of a round, or of several that it
/// was alone in. Arrays of its own, for it travels.
/// </summary>
public sealed record RegionShare
{
    /// <summary>
    /// The earliest tick at which anything is due in the region now, or <see cref="int.MaxValue"/>.
    /// </summary>
    public required int NextDue { get; init; }

    /// <summary>What its bodies wrote: tick by tick, in each by the order of the bodies' ids.</summary>
    public required Entry[] Entries { get; init; }

    /// <summary>The stretches of <see cref="Entries"/> by body, in the same order.</summary>
    public required BodyRun[] Runs { get; init; }

    /// <summary>Papers to bodies of other regions.</summary>
    public required Message[] Leaving { get; init; }

    /// <summary>What came before posts of its bodies and left them; nothing where nobody counts it.</summary>
    public DeskMove[] DeskMoves { get; init; } = [];

    /// <summary>The last tick that was played; -1: none.</summary>
    public required int LastTick { get; init; }

    /// <summary>Ticks played.</summary>
    public required long Rounds { get; init; }

    /// <summary>Rounds of single bodies.</summary>
    public required long BodyRounds { get; init; }
}
