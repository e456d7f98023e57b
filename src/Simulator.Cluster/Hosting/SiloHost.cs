using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Orleans.Configuration;
using Orleans.Runtime.Hosting;
using Simulator.Cluster.Database;
using Simulator.Cluster.Runs;
using Simulator.Cluster.Security;

namespace Simulator.Cluster.Hosting;

/// <summary>Builds silos.</summary>
internal static class SiloHost
{
    internal const string Npgsql = "Npgsql";
    private const string Here = "here";

    /// <summary>
    /// A silo that starts asks for its reminders in dozens of queries at once; this many will do.
    /// </summary>
    private const int Connections = 8;

    /// <summary>
    /// After three of these a silo of which all others are gone no longer keeps new ones from joining.
    /// </summary>
    private static readonly TimeSpan SignOfLife = TimeSpan.FromSeconds(5);

    /// <summary>One silo for this process alone: loopback, memory, no gateway.</summary>
    internal static IHost Alone(ClusterPorts ports)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton<IHostLifetime, QuietLifetime>();
        builder.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering(HeldPort.Any(), 0, null, Here, Here);
            InMemory(silo);
            ClusterServices.Add(silo.Services, ports);
        });
        return builder.Build();
    }

    /// <summary>A silo among others, or one that clients come to.</summary>
    /// <param name="ports">What the grains are given.</param>
    /// <param name="options">As asked for, with ports that are settled.</param>
    internal static IHost Of(ClusterPorts ports, SiloOptions options)
    {
        var secret = options.Address.Secret is { } text ? SharedSecret.FromText(text) : null;
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton<IHostLifetime, QuietLifetime>();
        Warn(builder.Logging);
        builder.UseOrleans(silo =>
        {
            silo.Configure<ClusterOptions>(cluster =>
            {
                cluster.ClusterId = options.Address.Cluster;

                // What runs and reminders are kept under: those of another cluster in the database are not
                // ours.
                cluster.ServiceId = options.Address.Cluster;
            });
            silo.Configure<ClusterMembershipOptions>(membership =>
            {
                membership.ProbeTimeout = options.ProbeTimeout;
                membership.NumMissedProbesLimit = options.MissedProbes;
                membership.TableRefreshTimeout = options.ProbeTimeout * 5;
                membership.IAmAliveTablePublishTimeout = SignOfLife;
            });
            if (options.Address.Database is { } database)
            {
                silo.ConfigureEndpoints(
                    options.Listen, options.Port, options.Gateway, listenOnAnyHostAddress: false);
                InDatabase(silo, database);
            }
            else
            {
                silo.UseLocalhostClustering(
                    options.Port, options.Gateway, null, options.Address.Cluster, options.Address.Cluster);
                InMemory(silo);
            }

            if (secret is not null)
            {
                silo.Configure<SiloConnectionOptions>(connections => connections.UseSecret(secret));
            }

            ClusterServices.Add(silo.Services, ports);
        });
        return builder.Build();
    }

    /// <summary>Only what an operator must see, and never on standard output.</summary>
    internal static void Warn(ILoggingBuilder logging)
    {
        logging.SetMinimumLevel(LogLevel.Warning);
        logging.AddFilter("Orleans", LogLevel.Critical);
        logging.AddFilter("Microsoft", LogLevel.None); // what a host has to say is said by us, in a sentence
        logging.AddSimpleConsole(console => console.SingleLine = true);
        logging.Services.Configure<ConsoleLoggerOptions>(
            console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }

    private static void InMemory(ISiloBuilder silo)
    {
        silo.AddMemoryGrainStorage(RunLedger.Storage);
        silo.UseInMemoryReminderService();
    }

    private static void InDatabase(ISiloBuilder silo, string database)
    {
        var connection = DatabaseAddress.Pooled(database, Connections);
        silo.UseAdoNetClustering(
            clustering => (clustering.Invariant, clustering.ConnectionString) = (Npgsql, connection));
        silo.UseAdoNetReminderService(
            table => (table.Invariant, table.ConnectionString) = (Npgsql, connection));
        silo.AddAdoNetGrainStorage(
            RunLedger.Storage,
            storage => (storage.Invariant, storage.ConnectionString) = (Npgsql, connection));
    }
}
