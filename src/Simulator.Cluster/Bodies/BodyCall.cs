using Simulator.Cluster.Wire;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Interventions;

namespace Simulator.Cluster.Bodies;

/// <summary>What is due at a body at one tick, in canonical order.</summary>
[GenerateSerializer, Immutable, Alias("simulator.body-call.v1")]
internal sealed class BodyCall(
    int tick, uint round, WakeUp[] wakeUps, Message[] papers, Plain<InForce> regime = default)
{
    /// <summary>The tick.</summary>
    [Id(0)]
    public int Tick { get; } = tick;

    /// <summary>How many rounds the region knows the body to have played before.</summary>
    [Id(1)]
    public uint Round { get; } = round;

    /// <summary>What it has asked to be woken for.</summary>
    [Id(2)]
    public Plain<WakeUp> WakeUps { get; } = wakeUps;

    /// <summary>The papers that arrive.</summary>
    [Id(3)]
    public Plain<Message> Papers { get; } = papers;

    /// <summary>The interventions that are in force, in the order in which they began.</summary>
    [Id(4)]
    public Plain<InForce> Regime { get; } = regime;
}
