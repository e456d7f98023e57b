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
