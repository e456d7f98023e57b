using System.Text.Json;
using Simulator.Analysis.Measures;
using Simulator.Analysis.Store;
using Simulator.Analysis.Traces;
using Simulator.Kernel.Compilation;
using Simulator.Tests.Kernel.Models;
using Simulator.Tests.Scenarios;

namespace Simulator.Tests.Analysis.Store.Queries;

/// <summary>A run with its store, asked as a user asks it, and the same run as the measures read it.</summary>
internal sealed class AskedRun : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public AskedRun(Played played)
    {
        Played = played;
        Trace = new RunTrace(played.Model, [.. played.Entries]);
        Progress = ProgressReader.Read(Trace);
        folder.Write(RunStore.ManifestName, JsonSerializer.Serialize(new
        {
            format = 1,
            digest = played.Digest.ToString(),
            entries = played.Entries.Count,
        }));
        StoreBuilder.Build(Path.Combine(folder.Path, RunStore.Name), Trace, new StoreFacts
        {
            Seed = played.Options.Seed,
            Replication = played.Options.Replication,
            Until = played.Until,
            EndedAt = played.Entries.Count > 0 ? played.Entries[^1].Tick : 0,
            Digest = played.Digest.ToString(),
            WritesOcelTables = false,
        });
    }

    public Played Played { get; }

    public RunTrace Trace { get; }

    public IReadOnlyList<IReadOnlyDictionary<int, BodyProgress>> Progress { get; }

    public CompiledModel Model => Played.Model;

    /// <summary>The answer to a named query, a row by column.</summary>
    public List<Dictionary<string, object?>> Named(string name, params (string Name, string Value)[] parameters) =>
        Ask(NamedQuery.All.Single(query => query.Name == name).Sql, parameters, out _);

    /// <summary>The answer to any question.</summary>
    public List<Dictionary<string, object?>> Ask(
        string sql, (string Name, string Value)[] parameters, out IReadOnlyList<string> columns, QueryLimits? limits = null)
    {
        using var store = RunStore.OpenReadOnly(folder.Path);
        using var query = new StoreQuery(
            store, sql, parameters.ToDictionary(each => each.Name, each => each.Value), needsAll: false, limits ?? new QueryLimits());
        columns = query.Columns;
        var rows = new List<Dictionary<string, object?>>();
        while (query.Read())
        {
            rows.Add(Enumerable.Range(0, columns.Count).ToDictionary(column => query.Columns[column], query.Value));
        }

        return rows;
    }

    public int LevelOf(int body) => Model.FactsOf(body).Level;

    public void Dispose() => folder.Dispose();
}
