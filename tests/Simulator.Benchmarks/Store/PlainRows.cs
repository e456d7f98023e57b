using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Simulator.Kernel.Journal;

namespace Simulator.Benchmarks.Store;

/// <summary>
/// The peer: a row an entry with its fifteen fields, by a prepared command in one transaction without a journal, and
/// one index, by body and sequence, so that a cause can be found. No waits, no dossiers, nothing else.
/// </summary>
internal static class PlainRows
{
    private const int Most = 1_000_000;

    /// <summary>Rows a second of processor time.</summary>
    public static double PerSecond(string journal)
    {
        var entries = JournalFile.ReadAll(journal).AsSpan();
        entries = entries[..Math.Min(entries.Length, Most)];
        var file = Path.GetTempFileName();
        try
        {
            using var self = Process.GetCurrentProcess();
            var before = self.TotalProcessorTime;
            Write(file, entries);
            self.Refresh();
            return entries.Length / (self.TotalProcessorTime - before).TotalSeconds;
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static void Write(string file, ReadOnlySpan<Entry> entries)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        Do(connection, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF");
        Do(connection, "CREATE TABLE entry (body, cause_body, sequence, cause, at, started, root, kind, step, server, route, what, item, a, b)");
        using (var transaction = connection.BeginTransaction())
        {
            using var insert = connection.CreateCommand();
            insert.CommandText = "INSERT INTO entry VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)";
            SqliteParameter[] values = [.. Enumerable.Range(1, 15).Select(place => new SqliteParameter($"?{place}", SqliteType.Integer))];
            insert.Parameters.AddRange(values);
            foreach (ref readonly var entry in entries)
            {
                long[] row =
                [
                    unchecked((long)entry.Body), unchecked((long)entry.CauseBody), entry.Sequence, entry.CauseSequence, entry.Tick,
                    entry.Started, entry.Root, (long)entry.Kind, (long)entry.Step, entry.Server, entry.Route, entry.What, entry.Item,
                    entry.A, entry.B,
                ];
                for (var place = 0; place < row.Length; place++)
                    values[place].Value = row[place];
                insert.ExecuteNonQuery();
            }

            transaction.Commit();
        }

        Do(connection, "CREATE INDEX entry_key ON entry (body, sequence)");
    }

    private static void Do(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
