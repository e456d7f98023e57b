using Simulator.Kernel.Interventions;

namespace Simulator.Kernel.Engine;

/// <summary>A region that has something due in a round.</summary>
/// <param name="Region">Its number.</param>
/// <param name="Arrivals">
/// The papers that other regions have sent it since it was called last; it takes them in before it plays.
/// </param>
public readonly record struct RegionCall(int Region, Message[] Arrivals)
{
    /// <summary>The interventions that are in force, by whose model its bodies act in this round.</summary>
    public InForce[] Regime { get; init; } = [];

    /// <summary>Whom of its bodies the director wakes at the tick.</summary>
    public PendingWakeUp[] WakeUps { get; init; } = [];
}
