using Npgsql;

namespace Simulator.Cluster.Database;

/// <summary>
/// The PostgreSQL database in which the silos of a cluster find each other and keep what must outlive them.
/// Its tables are made once, by <see cref="Initialise"/>; silos and clients only check, before they start,
/// that they will find what they expect, since Orleans itself would say the same much later and in its own
/// words.
/// </summary>
/// <remarks>
/// Every connection string here is one of Npgsql (<c>Host=...;Database=...;Username=...</c>). Every error
/// which a user can mend is a <see cref="ClusterException"/> whose message is one line that says how; a
/// password is never part of it.
/// </remarks>
public static partial class ClusterDatabase
{
    /// <summary>The version of the tables' layout that this program makes and expects.</summary>
    public const int SchemaVersion = 1;

    /// <summary>
    /// Taken by whoever makes the tables, so that two who do it at once do it one after the other.
    /// </summary>
    private const long InitialiseLock = 0x53494D554C41544F;

    private static readonly string[] Parts =
        ["simulator.sql", "clustering.sql", "storage.sql", "reminders.sql"];

    /// <summary>
    /// Makes the tables and the stored queries, all or nothing. Doing it again does no harm and keeps what is
    /// there.
    /// </summary>
    /// <param name="connection">The database; its user must be allowed to create tables.</param>
    /// <param name="cancellation">Gives up; nothing is changed then.</param>
    /// <exception cref="ClusterException">
    /// The database cannot be used, holds the tables of another Orleans program or those of a newer version.
    /// </exception>
    public static Task Initialise(string connection, CancellationToken cancellation = default) =>
        DatabaseAddress.Parse(connection).Use(async (database, open) =>
        {
            await using var transaction = await open.BeginTransactionAsync(cancellation);
            await open.Execute("select pg_advisory_xact_lock(@key)", cancellation, ("key", InitialiseLock));
            var found = await TableLayout.Read(open, cancellation);
            if (found.IsForeign)
            {
                throw new ClusterException(
                    $"{database} holds the Orleans tables of another program: use a database of its own");
            }

            if (found.Version > SchemaVersion)
            {
                throw Newer(database);
            }

            foreach (var part in Parts)
            {
                await open.Execute(DatabaseScript.Read(part), cancellation);
            }

            await TableLayout.Write(open, SchemaVersion, cancellation);
            await transaction.CommitAsync(cancellation);
        }, cancellation);

    /// <summary>
    /// Says whether the database is there, lets this user in and has the tables of this version.
    /// </summary>
    /// <param name="connection">The database.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="ClusterException">It is not so: the message says what to do.</exception>
    public static Task Check(string connection, CancellationToken cancellation = default) =>
        DatabaseAddress.Parse(connection).Use(
            (database, open) => RequireTables(database, open, cancellation), cancellation);

    private static async Task RequireTables(
        DatabaseAddress database, NpgsqlConnection open, CancellationToken cancellation)
    {
        var found = await TableLayout.Read(open, cancellation);
        if (found.Version > SchemaVersion)
        {
            throw Newer(database);
        }

        if (found.Version < SchemaVersion)
        {
            throw DatabaseErrors.NotInitialised(database);
        }
    }

    private static ClusterException Newer(DatabaseAddress database) =>
        new($"the tables in {database} were made by a newer version of this program: use that, or another "
            + "database");
}
