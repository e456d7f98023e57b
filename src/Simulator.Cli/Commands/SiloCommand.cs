using System.CommandLine;
using System.Net;
using Simulator.Cli.Engines;
using Simulator.Cluster;
using Simulator.Cluster.Database;

namespace Simulator.Cli.Commands;

/// <summary><c>simulator silo</c>: a silo of a cluster, and the tables that a cluster needs.</summary>
internal static class SiloCommand
{
    private static readonly SiloOptions Usual = new();

    internal static Command Create()
    {
        var settings = new ClusterSettings();
        var listen = new Option<string?>("--listen")
        {
            Description = "address that other machines reach this silo at; else loopback, and this machine only",
        };
        var port = new Option<int?>("--port")
        {
            Description = "port that other silos connect to; else 11111 or, with a database, the next free one",
        };
        var probe = new Option<int?>("--probe-seconds")
        {
            Description = $"how long a silo has to answer whether it is alive; else {Usual.ProbeTimeout.TotalSeconds}",
        };
        var missed = new Option<int?>("--missed-probes")
        {
            Description = $"how many answers may be missed before it is held for dead; else {Usual.MissedProbes}",
        };
        var metrics = new Option<int?>("--metrics-port")
        {
            Description = "port at which GET /metrics tells a Prometheus how this silo does, at the address of --listen; else none",
        };
        var command = new Command(
            "silo",
            "Runs a silo of a cluster until it is interrupted. Silos of one --cluster find each other in a\n"
            + "PostgreSQL database and share the bodies of every run; what a lost silo carried, the others play\n"
            + "again. Without a database there is one silo, and its runs are lost with it.\n\n"
            + "Examples:\n  simulator silo init --database 'Host=localhost;Database=simulator;Username=me'\n"
            + "  simulator silo --cluster office --database 'Host=localhost;Database=simulator;Username=me'")
        {
            settings.Cluster, settings.Database, settings.SecretFile, settings.Gateway, listen, port, metrics, probe, missed,
            Init(),
        };
        command.SetAction((parsed, _) => Serve(new SiloOptions
        {
            Address = settings.AddressOf(parsed) ?? throw new UsageException(
                "A silo needs the name of its cluster, such as --cluster office."),
            Listen = AddressOf(parsed.GetValue(listen)),
            Port = ClusterSettings.PortOf("--port", parsed.GetValue(port)) ?? 0,
            Gateway = ClusterSettings.PortOf("--gateway", parsed.GetValue(settings.Gateway)) ?? 0,
            MetricsPort = ClusterSettings.PortOf("--metrics-port", parsed.GetValue(metrics)),
            ProbeTimeout = Between(1, 600, "--probe-seconds", parsed.GetValue(probe)) is { } seconds
                ? TimeSpan.FromSeconds(seconds)
                : Usual.ProbeTimeout,
            MissedProbes = Between(1, 100, "--missed-probes", parsed.GetValue(missed)) ?? Usual.MissedProbes,
        }));
        return command;
    }

    private static Command Init()
    {
        var settings = new ClusterSettings();
        var command = new Command(
            "init",
            "Makes the tables of a cluster in a PostgreSQL database. Doing it again does no harm.\n\n"
            + "Example:\n  simulator silo init --database 'Host=localhost;Database=simulator;Username=me'")
        {
            settings.Database,
        };
        command.SetAction(async (parsed, _) =>
        {
            await ClusterDatabase.Initialise(
                settings.DatabaseOf(parsed) ?? throw new UsageException(
                    $"Which database? Give --database CONNECTION, or set {ClusterSettings.DatabaseVariable}."),
                Interruption.Token);
            Console.WriteLine("The tables are there.");
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task<int> Serve(SiloOptions options)
    {
        if (!ClusterAvailability.IsHere)
        {
            throw new UsageException($"There are no silos in this build: {ClusterAvailability.Reason}.");
        }

        if (!IPAddress.IsLoopback(options.Listen) && options.Address.Secret is null)
        {
            throw new UsageException(
                $"Others can reach a silo at {options.Listen}, so its cluster needs a secret: put one of 16 or more "
                + "characters into a file and give --secret-file FILE to every silo and client.");
        }

        if (options.Port > 0 && options.Port == options.Gateway)
        {
            throw new UsageException($"--port and --gateway must differ: both are {options.Port}.");
        }

        if (options.MetricsPort is { } metrics && (metrics == options.Port || metrics == options.Gateway))
        {
            throw new UsageException($"--metrics-port must differ from --port and --gateway: it is {metrics} too.");
        }

        if (options.Address.Database is null)
        {
            await Console.Error.WriteLineAsync(
                "Without --database there is one silo, and a run is lost with it; with one, runs survive.");
        }

        try
        {
            await ClusterAvailability.Open().Serve(
                EngineChoice.Ports, options,
                place => Console.WriteLine($"Silo {place} of cluster '{options.Address.Cluster}' is ready."
                    + (options.MetricsUrl is { } url ? $" Metrics: {url}" : "")),
                Interruption.Token);
        }
        catch (OperationCanceledException) when (Interruption.Token.IsCancellationRequested)
        {
            // To be interrupted is how a silo ends.
        }

        return ExitCode.Done;
    }

    private static IPAddress AddressOf(string? text) => text is null ? IPAddress.Loopback
        : IPAddress.TryParse(text, out var address)
            && !address.Equals(IPAddress.Any) && !address.Equals(IPAddress.IPv6Any)
            ? address
            : throw new UsageException(
                "--listen takes the address of this machine that others know it by, such as 192.168.1.7, not "
                + $"'{text}'.");

    private static int? Between(int low, int high, string option, int? value) =>
        value is null || (value >= low && value <= high)
        ? value
        : throw new UsageException($"{option} takes a whole number from {low} to {high}, not {value}.");
}
