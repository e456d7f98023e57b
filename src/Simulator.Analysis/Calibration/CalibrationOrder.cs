using Simulator.Kernel.Documents;

namespace Simulator.Analysis.Calibration;

/// <summary>What is fitted to what, and how.</summary>
public sealed record CalibrationOrder
{
    /// <summary>The pairs.</summary>
    public required IReadOnlyList<RelayPair> Pairs { get; init; }

    /// <summary>The hours in which relays of an urgency are worked on.</summary>
    public required Func<Urgency, RelayHours> Hours { get; init; }

    /// <summary>The steps of a relay of an urgency, as the library has them.</summary>
    public required Func<Urgency, StepChain> Chain { get; init; }

    /// <summary>The working minutes of a working day, for round numbers.</summary>
    public required int NominalDay { get; init; }

    /// <summary>A level with fewer pairs of an urgency than this is fitted together with the others.</summary>
    public int Fewest { get; init; } = 30;

    /// <summary>Whether the sigmas of the steps are fitted.</summary>
    public SpreadChoice Spread { get; init; } = SpreadChoice.Auto;

    /// <summary>Samples that are drawn to judge how well the law fits; 0: it is not judged.</summary>
    public int Samples { get; init; } = 200;

    /// <summary>What they are drawn with.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Whether each chain is left out in turn.</summary>
    public bool LeavesOutChains { get; init; }
}
