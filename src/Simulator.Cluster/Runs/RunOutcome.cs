using System.Globalization;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Time;

namespace Simulator.Cluster.Runs;

/// <summary>A <see cref="RunResult"/> as it crosses the wire.</summary>
[GenerateSerializer, Immutable, Alias("simulator.run-outcome.v1")]
internal sealed record RunOutcome
{
    /// <summary>The digest, 32 hexadecimal digits.</summary>
    [Id(0)]
    public string Digest { get; init; } = "";

    /// <summary>Entries in the journal.</summary>
    [Id(1)]
    public long Entries { get; init; }

    /// <summary>Ticks played.</summary>
    [Id(2)]
    public long Rounds { get; init; }

    /// <summary>Rounds of single bodies.</summary>
    [Id(3)]
    public long BodyRounds { get; init; }

    /// <summary>The tick of the last entry.</summary>
    [Id(4)]
    public int EndedAt { get; init; }

    /// <summary>Whether nothing more was due.</summary>
    [Id(5)]
    public bool IsExhausted { get; init; }

    /// <summary>How much was brought in while it was played.</summary>
    [Id(6)]
    public int Injects { get; init; }

    internal static RunOutcome Of(RunResult result, int injects = 0) => new()
    {
        Digest = result.Digest.ToString(),
        Entries = result.Entries,
        Rounds = result.Rounds,
        BodyRounds = result.BodyRounds,
        EndedAt = result.EndedAt.Value,
        IsExhausted = result.IsExhausted,
        Injects = injects,
    };

    internal RunResult Result() => new()
    {
        Digest = new Digest(UInt128.Parse(Digest, NumberStyles.HexNumber, CultureInfo.InvariantCulture)),
        Entries = Entries,
        Rounds = Rounds,
        BodyRounds = BodyRounds,
        EndedAt = new Tick(EndedAt),
        IsExhausted = IsExhausted,
        Bytes = 0,
    };
}
