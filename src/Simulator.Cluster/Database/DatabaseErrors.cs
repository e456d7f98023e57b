using System.Net.Sockets;
using Npgsql;

namespace Simulator.Cluster.Database;

/// <summary>What PostgreSQL or the way to it said, in the words of who has to mend it.</summary>
internal static class DatabaseErrors
{
    /// <summary>One line for an error, or null if it is none of the database's.</summary>
    public static ClusterException? Explain(Exception error, DatabaseAddress database) => error switch
    {
        PostgresException told => new ClusterException(Explain(told, database), told),
        NpgsqlException told => new ClusterException(Explain(told, database), told),
        SocketException or TimeoutException => new ClusterException(Unreachable(error, database), error),
        _ => null,
    };

    /// <summary>The tables are missing, or older than this program.</summary>
    public static ClusterException NotInitialised(DatabaseAddress database) =>
        new($"{database} has not the tables of this version: run: simulator silo init --database "
            + $"\"{Shown(database)}\"");

    private static string Explain(PostgresException told, DatabaseAddress database) => told.SqlState switch
    {
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
            $"PostgreSQL at {database.Server} does not let user '{database.User}' in ({Short(told.MessageText)}): "
            + "check Username and Password in --database",
        PostgresErrorCodes.InvalidCatalogName =>
            $"there is no {database}: create it with: createdb -h {database.Host} -p {database.Port} "
            + $"-U {database.User} {database.Database}",
        PostgresErrorCodes.InsufficientPrivilege =>
            $"user '{database.User}' may not do that in {database} ({Short(told.MessageText)}): let its owner run "
            + "simulator silo init, or grant the user what is missing",
        PostgresErrorCodes.UndefinedTable => NotInitialised(database).Message,
        PostgresErrorCodes.CannotConnectNow =>
            $"PostgreSQL at {database.Server} is not ready ({Short(told.MessageText)}): try again shortly",
        PostgresErrorCodes.TooManyConnections =>
            $"PostgreSQL at {database.Server} has no connection left: raise its max_connections, or set "
            + "Maximum Pool Size in --database",
        _ => $"PostgreSQL at {database.Server} refused ({told.SqlState}: {Short(told.MessageText)})",
    };

    private static string Explain(NpgsqlException told, DatabaseAddress database)
    {
        if (told.InnerException is SocketException or TimeoutException or IOException)
        {
            return Unreachable(told.InnerException, database);
        }

        return told.Message.Contains("password", StringComparison.OrdinalIgnoreCase)
            ? $"PostgreSQL at {database.Server} asks user '{database.User}' for a password: "
                + "add Password=... to --database"
            : $"cannot talk to PostgreSQL at {database.Server} ({Short(told.Message)})";
    }

    private static string Unreachable(Exception why, DatabaseAddress database)
    {
        var what = why is TimeoutException ? $"no answer in {database.Patience} s" : Short(why.Message);
        return $"cannot reach PostgreSQL at {database.Server} ({what}): check Host and Port in --database, and "
            + "that it is running";
    }

    private static string Shown(DatabaseAddress database) =>
        $"Host={database.Host};Port={database.Port};Database={database.Database};Username={database.User};...";

    private static string Short(string message) => message.Split('\n')[0].Trim().TrimEnd('.');
}
