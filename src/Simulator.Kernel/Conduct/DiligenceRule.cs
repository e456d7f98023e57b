using Simulator.Kernel.Time;

namespace Simulator.Kernel.Conduct;

/// <summary>
/// How diligent a body is: it slackens from <see cref="Start"/> towards <see cref="Floor"/>, by half of what
/// is left in each <see cref="HalfLife"/>, and is lifted by what reminds it that the matter is serious. Of
/// the share of assignments that it would begin at once it begins only this share of them.
/// </summary>
public sealed record DiligenceRule
{
    /// <summary>Full at all times: no different from having no rule.</summary>
    public static DiligenceRule Full { get; } = new() { Floor = 1, HalfLife = TickSpan.FromDays(1) };

    /// <summary>Diligence when the run starts, 0 to 1.</summary>
    public double Start { get; init; } = 1;

    /// <summary>Where it ends if nothing lifts it, 0 to 1.</summary>
    public double Floor { get; init; }

    /// <summary>Elapsed time in which the distance to the floor halves; above zero.</summary>
    public required TickSpan HalfLife { get; init; }

    /// <summary>What lifts it, and by how much.</summary>
    public DiligenceLifts Lifts { get; init; } = new();
}

/// <summary>
/// Lifts of diligence, each from -1 to 1. Above zero: the share by which what is missing to full diligence
/// shrinks. Below zero: the share by which diligence itself shrinks, for being watched may also put off.
/// </summary>
public sealed record DiligenceLifts
{
    /// <summary>By a directive, when its handling has ended.</summary>
    public double Directive { get; init; }

    /// <summary>By a reminder, when it is registered.</summary>
    public double Reminder { get; init; }

    /// <summary>By an inspection.</summary>
    public double Inspection { get; init; }

    /// <summary>By a sanction.</summary>
    public double Sanction { get; init; }

    /// <summary>By an outbreak at its place.</summary>
    public double Outbreak { get; init; }
}

/// <summary>What has lifted diligence. Numbers are fixed: they stand in journals.</summary>
public enum DiligenceCause : byte
{
    /// <summary>A directive was handled.</summary>
    Directive = 0,

    /// <summary>A reminder was registered.</summary>
    Reminder = 1,

    /// <summary>An inspection.</summary>
    Inspection = 2,

    /// <summary>A sanction.</summary>
    Sanction = 3,

    /// <summary>An outbreak.</summary>
    Outbreak = 4,
}
