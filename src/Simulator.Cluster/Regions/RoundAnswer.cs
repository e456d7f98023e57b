using Simulator.Cluster.Wire;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;

namespace Simulator.Cluster.Regions;

/// <summary>A region's part of the ticks that it has played.</summary>
[GenerateSerializer, Immutable, Alias("simulator.round-answer.v1")]
internal sealed class RoundAnswer
{
    /// <summary>The earliest tick at which more is due.</summary>
    [Id(0)]
    public int NextDue { get; init; }

    /// <summary>Its entries, in the order of the journal.</summary>
    [Id(1)]
    public Plain<Entry> Entries { get; init; }

    /// <summary>Which of them are whose.</summary>
    [Id(2)]
    public Plain<BodyRun> Runs { get; init; }

    /// <summary>Papers for other regions.</summary>
    [Id(3)]
    public Plain<Message> Leaving { get; init; }

    /// <summary>The last tick with an entry, or -1.</summary>
    [Id(4)]
    public int LastTick { get; init; }

    /// <summary>Ticks played.</summary>
    [Id(5)]
    public long Rounds { get; init; }

    /// <summary>Rounds of single bodies.</summary>
    [Id(6)]
    public long BodyRounds { get; init; }

    /// <summary>Why the run cannot go on, whoever carries it; <c>null</c>: it can.</summary>
    [Id(7)]
    public string? Failure { get; init; }

    /// <summary>Why the attempt must be abandoned; <c>null</c>: it need not.</summary>
    [Id(8)]
    public string? Lost { get; init; }

    /// <summary>What came before posts of its bodies and left them, where a condition counts it.</summary>
    [Id(9)]
    public Plain<DeskMove> DeskMoves { get; init; }

    internal static RoundAnswer Of(RegionShare share) => new()
    {
        NextDue = share.NextDue,
        Entries = share.Entries,
        Runs = share.Runs,
        Leaving = share.Leaving,
        LastTick = share.LastTick,
        Rounds = share.Rounds,
        BodyRounds = share.BodyRounds,
        DeskMoves = share.DeskMoves,
    };

    internal RegionShare Share() => new()
    {
        NextDue = NextDue,
        Entries = Entries.Items,
        Runs = Runs.Items,
        Leaving = Leaving.Items,
        LastTick = LastTick,
        Rounds = Rounds,
        BodyRounds = BodyRounds,
        DeskMoves = DeskMoves.Items,
    };
}
