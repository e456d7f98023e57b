using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Simulator.Analysis.Store;

/// <summary>
/// The store in the folder of a run, <c>run.sqlite</c>: how it is opened, and what is wrong with it. What is opened
/// is of this program's version and of the very run whose manifest lies beside it.
/// </summary>
public static class RunStore
{
    /// <summary>The file's name.</summary>
    public const string Name = "run.sqlite";

    /// <summary>The name of the manifest beside it.</summary>
    public const string ManifestName = "manifest.json";

    /// <summary>Opens a store for reading; nothing that is asked of it can change it.</summary>
    /// <param name="folder">The folder of the run.</param>
    /// <exception cref="StoreException">There is none, or it is of another version or another run.</exception>
    public static SqliteConnection OpenReadOnly(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var (digest, entries) = ManifestIn(folder);
        var path = Path.Combine(folder, Name);
        if (!File.Exists(path))
        {
            throw new StoreException($"'{folder}' has no {Name} yet. Make it: simulator index {folder}");
        }

        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = false,
        }.ToString());
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
                $"'{path}' is not a store that can be read ({trouble.Message.TrimEnd('.')}). Make it again: "
                + $"simulator index {folder} --force", trouble);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static (string Digest, long Entries) ManifestIn(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new StoreException($"There is no run folder '{folder}'.");
        }

        try
        {
            using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, ManifestName)));
            var format = manifest.RootElement.GetProperty("format").GetInt32();
            return format == 1
                ? (manifest.RootElement.GetProperty("digest").GetString() ?? "", manifest.RootElement.GetProperty("entries").GetInt64())
                : throw new StoreException($"'{folder}' is a run of format {format}; this program reads format 1. Run it again.");
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException or JsonException
            or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new StoreException($"'{folder}' is not a run folder: it has no {ManifestName} that can be read.", trouble);
        }
    }

    private static void Check(SqliteConnection connection, string folder, string digest, long entries)
    {
        var again = $"Make it again: simulator index {folder} --force";
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
