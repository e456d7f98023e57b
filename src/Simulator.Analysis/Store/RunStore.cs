using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Simulator.Analysis.Store;

/// <summary>
/// The store in the folder of a run, <c>run.sqlite</c>: how it is opened, and what is wrong with it. What is opened
/// is as it was made, of this program's version, and of the very run whose manifest lies beside it.
/// </summary>
public static class RunStore
{
    /// <summary>The file's name.</summary>
    public const string Name = "run.sqlite";

    /// <summary>The name of the manifest beside it.</summary>
    public const string ManifestName = "manifest.json";

    /// <summary>The format of manifests; those of earlier ones are read, too.</summary>
    public const int ManifestFormat = ManifestSeal.FirstFormat;

    /// <summary>Opens a store for reading; nothing that is asked of it can change it.</summary>
    /// <param name="folder">The folder of the run.</param>
    /// <exception cref="StoreException">There is none, or it was changed, or is of another version or another run.</exception>
    public static SqliteConnection OpenReadOnly(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var (digest, entries) = ManifestIn(folder);
        var path = Path.Combine(folder, Name);
        if (!File.Exists(path))
        {
            throw new StoreException($"'{folder}' has no {Name} yet. Make it: simulator index {folder}");
        }

        RequireUnchanged(folder, path);
        var connection = Connect(path);
        try
        {
            connection.Open();
            Check(connection, folder, digest, entries);
            return connection;
        }
        catch (SqliteException trouble)
        {
            connection.Dispose();
            throw new StoreException(
                $"'{path}' is not a store that can be read ({trouble.Message.TrimEnd('.')}). {Again(folder)}", trouble);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>
    /// The facts about the run that a store holds, by their keys, whatever the manifest beside it says; <c>null</c>: there is
    /// none that can be read and is as it was made.
    /// </summary>
    /// <param name="folder">The folder of the run.</param>
    public static IReadOnlyDictionary<string, string>? FactsIn(string folder)
    {
        var path = Path.Combine(folder, Name);
        try
        {
            if (!File.Exists(path) || StoreSeal.Fault(path) is not null)
            {
                return null;
            }

            using var connection = Connect(path);
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT key, CAST(value AS TEXT) FROM run";
            using var reader = command.ExecuteReader();
            var facts = new Dictionary<string, string>(StringComparer.Ordinal);
            while (reader.Read())
            {
                facts[reader.GetString(0)] = reader.GetString(1);
            }

            return facts;
        }
        catch (Exception trouble) when (trouble is SqliteException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static SqliteConnection Connect(string path) => new(new SqliteConnectionStringBuilder
    {
        DataSource = path,
        Mode = SqliteOpenMode.ReadOnly,
        Pooling = false,
    }.ToString());

    private static void RequireUnchanged(string folder, string path)
    {
        try
        {
            if (StoreSeal.Fault(path) is { } fault)
            {
                throw new StoreException($"{fault} {Again(folder)}");
            }
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(
                $"'{path}' is not a store that can be read ({trouble.Message.TrimEnd('.')}). {Again(folder)}", trouble);
        }
    }

    private static string Again(string folder) => $"Make it again: simulator index {folder} --force";

    private static (string Digest, long Entries) ManifestIn(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new StoreException($"There is no run folder '{folder}'.");
        }

        try
        {
            var text = File.ReadAllText(Path.Combine(folder, ManifestName));
            using var manifest = JsonDocument.Parse(text);
            var format = manifest.RootElement.GetProperty("format").GetInt32();
            if (format is < 1 or > ManifestFormat)
            {
                throw new StoreException(
                    $"'{folder}' is a run of format {format}; this program reads those up to {ManifestFormat}. Run it again.");
            }

            return ManifestSeal.Fault(text) is { } fault
                ? throw new StoreException(
                    $"The {ManifestName} in '{folder}' was changed after it was written. {fault} 'simulator show {folder}' says what can "
                    + "be told of it.")
                : (manifest.RootElement.GetProperty("digest").GetString() ?? "", manifest.RootElement.GetProperty("entries").GetInt64());
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException or JsonException
            or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new StoreException($"'{folder}' is not a run folder: it has no {ManifestName} that can be read.", trouble);
        }
    }

    private static void Check(SqliteConnection connection, string folder, string digest, long entries)
    {
        var again = Again(folder);
        if (Scalar(connection, "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name IN ('run', 'entry')") is not 2L)
        {
            throw new StoreException($"'{Path.Combine(folder, Name)}' is an SQLite file, and no run store. {again}");
        }

        if (Scalar(connection, "SELECT value FROM run WHERE key = 'schema'") is not long schema || schema != StoreSchema.Version)
        {
            throw new StoreException(
                $"The store in '{folder}' has schema {Scalar(connection, "SELECT value FROM run WHERE key = 'schema'") ?? "none"}; "
                + $"this program reads schema {StoreSchema.Version}. {again}");
        }

        var told = Scalar(connection, "SELECT value FROM run WHERE key = 'digest'") as string ?? "none";
        if (told != digest)
        {
            throw new StoreException(
                $"The store in '{folder}' is of another run: its digest is {told}, and the manifest's {digest}. {again}");
        }

        var held = Scalar(connection, "SELECT coalesce(max(id), 0) FROM entry") as long?;
        if (held != entries)
        {
            throw new StoreException(
                $"The store in '{folder}' was changed: it holds {held} entries, and the manifest says {entries}. {again}");
        }
    }

    private static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
