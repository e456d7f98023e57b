using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using Simulator.Cluster.Database;
using Simulator.Cluster.Security;

namespace Simulator.Cluster.Hosting;

/// <summary>Builds clients of silos in other processes.</summary>
internal static class ClientHost
{
    /// <summary>What takes longer is lost, and asked again.</summary>
    private static readonly TimeSpan ResponseTimeout = TimeSpan.FromSeconds(12);

    /// <summary>All that it asks the database is who the members are.</summary>
    private const int Connections = 2;

    /// <summary>
    /// How long to look for a silo that answers: long enough to get past those that were just killed. Left to
    /// itself Orleans tries for three minutes and says nothing.
    /// </summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>How soon a client knows silos that were started in the place of all that it knew.</summary>
    private static readonly TimeSpan Refresh = TimeSpan.FromSeconds(10);

    internal static IHost Build(ClusterAddress address)
    {
        var secret = address.Secret is { } text ? SharedSecret.FromText(text) : null;
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton<IHostLifetime, QuietLifetime>();
        var refusals = new SecretRefusals();
        builder.Services.AddSingleton(refusals);
        var started = Stopwatch.GetTimestamp();
        builder.UseOrleansClient(client =>
        {
            client.UseConnectionRetryFilter(async (_, cancellation) =>
            {
                await Task.Delay(TimeSpan.FromMilliseconds(500), cancellation);
                return refusals.Last is null && Stopwatch.GetElapsedTime(started) < Patience;
            });
            client.Configure<ClusterOptions>(cluster =>
            {
                cluster.ClusterId = address.Cluster;
                cluster.ServiceId = address.Cluster;
            });
            client.Configure<ClientMessagingOptions>(messaging => messaging.ResponseTimeout = ResponseTimeout);
            client.Configure<GatewayOptions>(gateways => gateways.GatewayListRefreshPeriod = Refresh);
            if (address.Database is { } database)
            {
                client.UseAdoNetClustering(
                    clustering => (clustering.Invariant, clustering.ConnectionString) =
                        (SiloHost.Npgsql, DatabaseAddress.Pooled(database, Connections)));
            }
            else
            {
                client.UseLocalhostClustering(address.Gateway, address.Cluster, address.Cluster);
            }

            if (secret is not null)
            {
                client.Configure<ClientConnectionOptions>(connections => connections.UseSecret(secret));
            }
        });
        return builder.Build();
    }
}
