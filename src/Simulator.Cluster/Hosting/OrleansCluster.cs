using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Simulator.Cluster.Database;
using Simulator.Cluster.Runs;
using Simulator.Cluster.Telemetry;
using Simulator.Cluster.Telemetry.Exposition;
using Simulator.Kernel.Engine;

namespace Simulator.Cluster.Hosting;

/// <summary>
/// Starts silos and clients. One silo in the process keeps all in memory; several share a database.
/// </summary>
internal sealed class OrleansCluster : ICluster
{
    private const int FirstPort = 11111;
    private const int FirstGateway = 30000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    public async Task<IEngine> StartHere(ClusterPorts ports, int regions, CancellationToken cancellation)
    {
        var export = TelemetryExport.Start();
        var host = SiloHost.Alone(ports);
        try
        {
            await Start(host, cancellation);
        }
        catch
        {
            host.Dispose();
            export?.Dispose();
            throw;
        }

        var client = host.Services.GetRequiredService<IClusterClient>();
        return new ClusterEngine(client, regions, async () =>
        {
            await Stop(host);
            export?.Dispose();
        });
    }

    /// <inheritdoc/>
    public async Task<IEngine> Connect(
        ClusterAddress address, int regions, CancellationToken cancellation) =>
        await Reach(address, regions, cancellation);

    /// <inheritdoc/>
    public async Task<InjectOutcome> Inject(
        ClusterAddress address, string run, string injects, CancellationToken cancellation)
    {
        await using var engine = await Reach(address, 1, cancellation);
        return await engine.Inject(run, injects, cancellation);
    }

    /// <inheritdoc/>
    public async Task Serve(
        ClusterPorts ports, SiloOptions options, Action<string> ready, CancellationToken cancellation)
    {
        if (options.Address.Database is { } database)
        {
            await ClusterDatabase.Check(database, cancellation);
            await ClusterDatabase.Claim(
                database, options.Address.Cluster, ProgramVersion.Text, options.Address.Secret, cancellation);
        }

        using var silos = Hold(options.Listen, options.Port, FirstPort, options.Address);
        using var clients = Hold(options.Listen, options.Gateway, FirstGateway, options.Address);
        var settled = options with { Port = silos.Number, Gateway = clients.Number };
        using var export = TelemetryExport.Start();
        using var metrics = options.MetricsPort is { } port
            ? MetricsEndpoint.Start(options.Listen, port, TelemetryExport.Meters)
            : null;
        using var host = SiloHost.Of(ports, settled);
        await Start(host, cancellation);
        silos.Dispose();
        clients.Dispose();
        ready($"{settled.Listen}:{settled.Port}, for clients at {settled.Gateway},");
        var lifetime = host.Services.GetRequiredService<IHostApplicationLifetime>();
        using var leaving =
            CancellationTokenSource.CreateLinkedTokenSource(cancellation, lifetime.ApplicationStopping);
        await Task.Delay(Timeout.Infinite, leaving.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var wasTold = cancellation.IsCancellationRequested;
        await host.StopAsync(CancellationToken.None);
        if (!wasTold)
        {
            throw new ClusterException(
                "The silo was told by the others that it is dead: it had not answered them in time. Start it "
                + "again.");
        }
    }

    private static async Task<ClusterEngine> Reach(
        ClusterAddress address, int regions, CancellationToken cancellation)
    {
        await WaitForSilo(address, cancellation);
        var host = ClientHost.Build(address);
        try
        {
            await host.StartAsync(cancellation);
        }
        catch (Exception silence) when (silence is not OperationCanceledException)
        {
            var refusal = host.Services.GetRequiredService<SecretRefusals>().Last;
            host.Dispose();
            throw ExplainByDatabase(silence, address) ?? new ClusterException(refusal is not null
                ? $"No silo of cluster '{address.Cluster}' lets us in. {refusal}"
                : $"No silo of cluster '{address.Cluster}' answers: start one (simulator silo --cluster "
                    + $"{address.Cluster}), or give --secret-file if those that are running were given one.");
        }

        return new ClusterEngine(host.Services.GetRequiredService<IClusterClient>(), regions, () => Stop(host), isElsewhere: true);
    }

    /// <summary>
    /// Silos are often started with the same keystroke as the client, and take some seconds.
    /// </summary>
    private static async Task WaitForSilo(ClusterAddress address, CancellationToken cancellation)
    {
        if (address.Database is not { } database)
        {
            return;
        }

        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                await ClusterDatabase.CheckClient(
                    database, address.Cluster, ProgramVersion.Text, address.Secret, cancellation);
                return;
            }
            catch (ClusterException absence)
                when (absence.IsPassing && Stopwatch.GetElapsedTime(started) < Patience)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), cancellation);
            }
        }
    }

    private static async Task Start(IHost host, CancellationToken cancellation)
    {
        try
        {
            await host.StartAsync(cancellation);
        }
        catch (Exception) when (cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellation);
        }
        catch (Exception trouble) when (trouble is not ClusterException)
        {
            throw new ClusterException($"The silo does not start: {Failures.Root(trouble)}.", trouble);
        }
    }

    /// <summary>
    /// Finds a port where none is named. Without a database clients look for the silo at the usual ones.
    /// </summary>
    private static HeldPort Hold(IPAddress listen, int wanted, int first, ClusterAddress address)
    {
        if (wanted == 0 && address.Database is not null)
        {
            return HeldPort.From(listen, first);
        }

        var port = wanted > 0 ? wanted : first;
        return HeldPort.Of(listen, port) ?? throw new ClusterException(
            $"Port {port} at {listen} is taken, perhaps by another silo: choose others with --port "
            + "and --gateway, or let silos share a cluster with --database.");
    }

    private static ClusterException? ExplainByDatabase(Exception? silence, ClusterAddress address)
    {
        while (silence is not null and not NpgsqlException)
        {
            silence = silence.InnerException;
        }

        return silence is not null && address.Database is { } database
            ? DatabaseErrors.Explain(silence, DatabaseAddress.Parse(database))
            : null;
    }

    private static async ValueTask Stop(IHost host)
    {
        await host.StopAsync();
        host.Dispose();
    }
}
