using Orleans.Runtime.Placement;
using Simulator.Cluster.Wire;

namespace Simulator.Cluster.Regions;

/// <summary>
/// Gives the n-th region the n-th silo, in the order of their addresses, and begins again at the first.
/// </summary>
internal sealed class RegionPlacementDirector : IPlacementDirector
{
    /// <inheritdoc/>
    public Task<SiloAddress> OnAddActivation(
        PlacementStrategy strategy, PlacementTarget target, IPlacementContext context)
    {
        var silos = context.GetCompatibleSilos(target);
        Array.Sort(silos);
        var number = GrainKeys.NumberOf(target.GrainIdentity.Key.ToString());
        return Task.FromResult(silos[number % silos.Length]);
    }
}
