using Orleans.Placement;

namespace Simulator.Cluster.Regions;

/// <summary>
/// Regions go round the silos by their number: left to chance, all could come to lie on one. Bodies then
/// stay beside the region that calls them.
/// </summary>
[GenerateSerializer, Immutable, Alias("simulator.region-placement.v1")]
internal sealed class RegionPlacement : PlacementStrategy
{
    internal static readonly RegionPlacement Instance = new();
}
