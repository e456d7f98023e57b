using System.Text.Json;
using Microsoft.Data.Sqlite;
using Simulator.Analysis.Store;
using Simulator.Analysis.Traces;
using Simulator.Kernel.Journal;
using Simulator.Tests.Kernel.Models;
using Simulator.Tests.Scenarios;

namespace Simulator.Tests.Analysis.Store;

/// <summary>A run in a folder of its own, with its store, open for reading.</summary>
internal sealed class StoredRun : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public StoredRun(Played played, bool? writesOcelTables = null)
    {
        Played = played;
        Trace = new RunTrace(played.Model, [.. played.Entries]);
        folder.Write("manifest.json", JsonSerializer.Serialize(new
        {
            format = 1,
            digest = played.Digest.ToString(),
            entries = played.Entries.Count,
        }));
        Facts = new StoreFacts
        {
            Seed = played.Options.Seed,
            Replication = played.Options.Replication,
            Until = played.Until,
            EndedAt = played.Entries.Count > 0 ? played.Entries[^1].Tick : 0,
            Digest = played.Digest.ToString(),
            WritesOcelTables = writesOcelTables,
        };
        StoreBuilder.Build(File, Trace, Facts);
        Connection = RunStore.OpenReadOnly(folder.Path);
    }

    public Played Played { get; }

    public RunTrace Trace { get; }

    public StoreFacts Facts { get; }

    public string Folder => folder.Path;

    public string File => Path.Combine(folder.Path, RunStore.Name);

    public SqliteConnection Connection { get; }

    /// <summary>The rows that a query gives.</summary>
    public List<object?[]> Ask(string sql)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<object?[]>();
        while (reader.Read())
        {
            var row = new object?[reader.FieldCount];
            for (var column = 0; column < row.Length; column++)
            {
                row[column] = reader.IsDBNull(column) ? null : reader.GetValue(column);
            }

            rows.Add(row);
        }

        return rows;
    }

    public long Number(string sql) => (long)Ask(sql)[0][0]!;

    /// <summary>The journal as the store has it.</summary>
    public Entry[] Journal() =>
    [
        .. Ask("""
            SELECT b.hash, coalesce(cb.hash, b.hash), e.what, e.item, e.a, e.b, e.at, e.started, coalesce(r.hash, 0), e.sequence,
                   coalesce(c.sequence, 0), e.kind, e.step, e.server, e.route
            FROM entry e JOIN body b ON b.id = e.body LEFT JOIN root r ON r.id = e.root
            LEFT JOIN entry c ON c.id = e.cause LEFT JOIN body cb ON cb.id = c.body
            ORDER BY e.at, e.body, e.sequence
            """).Select(row =>
            {
                long Of(int column) => (long)row[column]!;
                return new Entry
                {
                    Body = unchecked((ulong)Of(0)),
                    CauseBody = unchecked((ulong)Of(1)),
                    Value = Entry.Pack((byte)Of(2), (byte)Of(3), (uint)Of(4), (uint)Of(5)),
                    Tick = (int)Of(6),
                    Started = (int)Of(7),
                    Root = (uint)Of(8),
                    Sequence = (uint)Of(9),
                    CauseSequence = (uint)Of(10),
                    Kind = (EntryKind)Of(11),
                    Step = (Simulator.Kernel.Office.Step)Of(12),
                    Server = (byte)Of(13),
                    Route = (byte)Of(14),
                };
            }),
    ];

    public void Dispose()
    {
        Connection.Dispose();
        folder.Dispose();
    }
}
