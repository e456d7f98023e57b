using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Simulator.Cluster.Models;
using Simulator.Cluster.Regions;
using Simulator.Cluster.Runs;

namespace Simulator.Cluster.Hosting;

/// <summary>What the grains of a silo are given: models, reducers, a place among the silos.</summary>
internal static class ClusterServices
{
    internal static void Add(IServiceCollection services, ClusterPorts ports)
    {
        services.AddSingleton(ports.Models);
        services.AddSingleton(ports.Reducers);
        services.AddSingleton<ModelShelf>();
        services.AddSingleton<SiloCount>();
        services.TryAddSingleton<RunLimits>();
        services.AddPlacementDirector<RegionPlacement, RegionPlacementDirector>();
    }
}
