using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Simulator.Kernel.Engine;

namespace Simulator.Cluster.Hosting;

/// <summary>Starts silos and clients. One silo in the process keeps all in memory; several share a database.</summary>
internal sealed class OrleansCluster : ICluster
{
    /// <inheritdoc/>
    public async Task<IEngine> StartHere(ClusterPorts ports, int regions, CancellationToken cancellation)
    {
        var host = SiloHost.Alone(ports);
        await host.StartAsync(cancellation);
        var client = host.Services.GetRequiredService<IClusterClient>();
        return new ClusterEngine(client, regions, () => Stop(host));
    }

    /// <inheritdoc/>
    public async Task<IEngine> Connect(
        ClusterAddress address, int regions, CancellationToken cancellation)
    {
        var host = ClientHost.Build(address);
        try
        {
            await host.StartAsync(cancellation);
        }
        catch (Exception silence) when (silence is not OperationCanceledException)
        {
            host.Dispose();
            throw new ClusterException(
                $"No silo of cluster '{address.Cluster}' answers ({silence.Message}). "
                + "Start one: simulator silo --cluster " + address.Cluster);
        }

        return new ClusterEngine(host.Services.GetRequiredService<IClusterClient>(), regions, () => Stop(host));
    }

    /// <inheritdoc/>
    public async Task Serve(
        ClusterPorts ports, SiloOptions options, Action<string> ready, CancellationToken cancellation)
    {
        using var host = SiloHost.Of(ports, options);
        await host.StartAsync(cancellation);
        ready($"{options.Listen}:{options.Port}");
        await host.WaitForShutdownAsync(cancellation);
    }

    private static async ValueTask Stop(IHost host)
    {
        await host.StopAsync();
        host.Dispose();
    }
}
