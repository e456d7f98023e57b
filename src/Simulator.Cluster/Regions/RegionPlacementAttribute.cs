using Orleans.Placement;

namespace Simulator.Cluster.Regions;

/// <summary>Marks a grain whose key ends in a number by which it is placed.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class RegionPlacementAttribute() : PlacementAttribute(RegionPlacement.Instance);
