using Simulator.Cluster.Wire;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Interventions;

namespace Simulator.Cluster.Regions;

/// <summary>What a region is to play.</summary>
/// <param name="Number">The clock's count of calls to this region, from 1.</param>
/// <param name="Tick">The tick.</param>
/// <param name="Horizon">
/// The tick before which it may go on by itself, as long as none of its papers leaves it.
/// </param>
/// <param name="Arrivals">Papers from other regions, each to arrive at the tick or later.</param>
/// <param name="Regime">The interventions that are in force, in the order in which they began.</param>
/// <param name="WakeUps">Whom of its bodies the director wakes at the tick.</param>
[GenerateSerializer, Immutable, Alias("simulator.round-call.v1")]
internal sealed record RoundCall(
    [property: Id(0)] long Number, [property: Id(1)] int Tick, [property: Id(2)] int Horizon,
    [property: Id(3)] Plain<Message> Arrivals, [property: Id(4)] Plain<InForce> Regime = default,
    [property: Id(5)] Plain<PendingWakeUp> WakeUps = default);
