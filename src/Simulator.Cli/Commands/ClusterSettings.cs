using System.CommandLine;
using Simulator.Cluster;
using Simulator.Cluster.Security;

namespace Simulator.Cli.Commands;

/// <summary>The options by which silos and clients name their cluster.</summary>
internal sealed class ClusterSettings
{
    internal const string DatabaseVariable = "SIMULATOR_DATABASE";
    internal const string SecretVariable = "SIMULATOR_SECRET_FILE";

    internal Option<string?> Cluster { get; } = new("--cluster")
    {
        Description = "name of the cluster that silos and clients share",
    };

    internal Option<string?> Database { get; } = new("--database")
    {
        Description = "PostgreSQL that the cluster keeps its members and runs in, such as "
            + $"'Host=db1;Database=simulator;Username=simulator'; else ${DatabaseVariable}",
    };

    internal Option<FileInfo?> SecretFile { get; } = new("--secret-file")
    {
        Description = $"a file that holds the secret of the cluster; else the file named by ${SecretVariable}",
    };

    internal Option<int?> Gateway { get; } = new("--gateway")
    {
        Description = "port that clients connect to; else 30000 or, for a silo with a database, the next free one",
    };

    /// <summary>The database asked for, on the command line or in the environment.</summary>
    internal string? DatabaseOf(ParseResult parsed) => parsed.GetValue(Database) is { Length: > 0 } given
        ? given
        : Environment.GetEnvironmentVariable(DatabaseVariable) is { Length: > 0 } set ? set : null;

    /// <summary>Which cluster is meant; <c>null</c>: none.</summary>
    internal ClusterAddress? AddressOf(ParseResult parsed)
    {
        if (parsed.GetValue(Cluster) is not { } name)
        {
            return parsed.GetValue(Database) is null && parsed.GetValue(Gateway) is null
                && parsed.GetValue(SecretFile) is null
                ? null
                : throw new UsageException("--database, --gateway and --secret-file belong to --cluster NAME.");
        }

        return new ClusterAddress
        {
            Cluster = Named(name),
            Database = DatabaseOf(parsed),
            Secret = SecretOf(parsed),
            Gateway = PortOf("--gateway", parsed.GetValue(Gateway)) ?? new ClusterAddress().Gateway,
        };
    }

    internal static int? PortOf(string option, int? port) => port is null or (> 0 and < 65536)
        ? port
        : throw new UsageException($"{option} takes a port from 1 to 65535, not {port}.");

    private static string Named(string name) =>
        name.Length is > 0 and <= 100
        && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.')
            ? name
            : throw new UsageException(
                $"A cluster's name has 1 to 100 letters, digits, '-', '_' or '.', not '{name}'.");

    private string? SecretOf(ParseResult parsed)
    {
        var file = parsed.GetValue(SecretFile)?.FullName ?? Environment.GetEnvironmentVariable(SecretVariable);
        try
        {
            return string.IsNullOrEmpty(file) ? null : SharedSecret.ReadFile(file);
        }
        catch (ClusterException trouble)
        {
            throw new UsageException(trouble.Message);
        }
    }
}
