using System.Data.Common;
using Npgsql;

namespace Simulator.Cluster.Database;

/// <summary>
/// Where a database is, as its user wrote it: what to connect with, and how to speak of it.
/// </summary>
/// <remarks>
/// Nothing of the text given is ever shown but host, port, database and user: a password may hide in any
/// other part of it, even in a key, if it holds a semicolon and was not quoted.
/// </remarks>
internal sealed class DatabaseAddress
{
    private const string Example = "Host=localhost;Database=simulator;Username=me;Password=...";

    // The keys that people write; Npgsql knows many more.
    private static readonly string[] UsualKeys =
    [
        "Host", "Port", "Database", "Username", "Password", "Passfile", "SSL Mode", "Root Certificate",
        "SSL Certificate", "SSL Key", "Search Path", "Application Name", "Timeout", "Command Timeout", "Keepalive",
        "Pooling", "Minimum Pool Size", "Maximum Pool Size", "Include Error Detail", "Target Session Attributes",
    ];

    private readonly NpgsqlConnectionStringBuilder builder;

    private DatabaseAddress(NpgsqlConnectionStringBuilder builder) => this.builder = builder;

    /// <summary>The host, or the folder of the socket.</summary>
    public string Host => builder.Host!;

    /// <summary>The port.</summary>
    public int Port => builder.Port;

    /// <summary>The user, as whom we come: without one, the operating system's, as Npgsql does it.</summary>
    public string User => builder.Username ?? Environment.UserName;

    /// <summary>The database: without one, that of the user's name, as PostgreSQL does it.</summary>
    public string Database => builder.Database ?? User;

    /// <summary>How long to wait for a connection, in seconds.</summary>
    public int Patience => builder.Timeout;

    /// <summary>The server, as it is named in a message.</summary>
    public string Server => $"{Host}:{Port}";

    /// <inheritdoc/>
    public override string ToString() => $"database '{Database}' at {Server}";

    /// <summary>Reads a connection string of Npgsql.</summary>
    /// <exception cref="ClusterException">It is none; the message says what is wrong with it.</exception>
    public static DatabaseAddress Parse(string connection)
    {
        if (connection.StartsWith("postgres:", StringComparison.OrdinalIgnoreCase)
            || connection.StartsWith("postgresql:", StringComparison.OrdinalIgnoreCase))
        {
            throw new ClusterException($"the database is given as a URI: write it as {Example}");
        }

        var given = new DbConnectionStringBuilder();
        try
        {
            given.ConnectionString = connection;
        }
        catch (ArgumentException)
        {
            throw new ClusterException(
                $"the database must be given as {Example}, with a value that holds ';' or '=' in quotes");
        }

        var builder = new NpgsqlConnectionStringBuilder { Pooling = false };
        foreach (string key in given.Keys)
        {
            Set(builder, key, given[key]);
        }

        builder.Pooling = false;
        if (string.IsNullOrWhiteSpace(builder.Host))
        {
            throw new ClusterException(
                $"the database's connection string names no Host: write it as {Example}");
        }

        return new DatabaseAddress(builder);
    }

    /// <summary>
    /// The connection string for whoever keeps its connections, with a limit to them where the user sets
    /// none: the hundred that Npgsql allows each process are all that PostgreSQL has, unless told otherwise,
    /// for everybody.
    /// </summary>
    public static string Pooled(string connection, int most)
    {
        var builder = new NpgsqlConnectionStringBuilder(connection);
        if (!builder.ContainsKey("Maximum Pool Size"))
        {
            builder.MaxPoolSize = Math.Max(most, builder.MinPoolSize);
        }

        return builder.ConnectionString;
    }

    /// <summary>Opens a connection, does something with it, closes it, and says what went wrong.</summary>
    /// <exception cref="ClusterException">
    /// The database did not let us, or what was done said so itself.
    /// </exception>
    public async Task Use(Func<DatabaseAddress, NpgsqlConnection, Task> work, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(builder.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellation);
            await work(this, connection);
        }
        catch (Exception error) when (DatabaseErrors.Explain(error, this) is { } explained)
        {
            throw explained;
        }
    }

    private static void Set(NpgsqlConnectionStringBuilder builder, string key, object value)
    {
        try
        {
            builder[key] = value;
        }
        catch (Exception error) when (error is ArgumentException or FormatException or InvalidCastException
            or OverflowException or KeyNotFoundException)
        {
            var known = Array.Find(UsualKeys, name => name.Equals(key, StringComparison.OrdinalIgnoreCase));
            if (known is not null)
            {
                throw new ClusterException(
                    $"the database's connection string has no valid value for {known}");
            }

            var near = UsualKeys
                .Select(name => (Name: name, Edits: Edits(key, name))).MinBy(name => name.Edits);
            throw new ClusterException(near.Edits <= Math.Max(2, near.Name.Length / 3)
                ? $"the database's connection string has an unknown key '{key}': did you mean {near.Name}?"
                : "the database's connection string has an unknown key: usual are "
                    + $"{string.Join(", ", UsualKeys[..5])}, and a value that holds ';' or '=' goes in quotes");
        }
    }

    /// <summary>
    /// How many letters must be put in, taken out or changed to make one word the other, in any case.
    /// </summary>
    private static int Edits(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var same = char.ToLowerInvariant(from[i - 1]) == char.ToLowerInvariant(to[j - 1]);
                (diagonal, row[j]) =
                    (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (same ? 0 : 1)));
            }
        }

        return row[^1];
    }
}
