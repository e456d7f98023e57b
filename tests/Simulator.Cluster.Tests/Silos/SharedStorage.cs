using System.Collections.Concurrent;
using System.Globalization;
using Orleans.Storage;
using Simulator.Cluster.Runs;

namespace Simulator.Cluster.Tests.Silos;

/// <summary>A database that outlives every silo: it compares and swaps, and can be out of reach.</summary>
internal sealed class SharedStorage : IGrainStorage
{
    private readonly ConcurrentDictionary<(string Grain, string Name), (object State, int Version)> rows = [];
    private readonly Lock gate = new();
    private int calls;

    /// <summary>Whether nobody reaches it.</summary>
    public bool IsSilent { get; set; }

    /// <summary>How many have called it.</summary>
    public int Calls => calls;

    /// <summary>How many rows it holds.</summary>
    public int Count => rows.Count;

    /// <summary>The record of a run.</summary>
    public RunRecord Record(IGrain run) => (RunRecord)rows[(run.GetGrainId().ToString(), "record")].State;

    /// <summary>Writes the record of a run as another clock would.</summary>
    public void Overwrite(IGrain run, Func<RunRecord, RunRecord> change)
    {
        lock (gate)
        {
            var key = (run.GetGrainId().ToString(), "record");
            rows[key] = (change((RunRecord)rows[key].State), rows[key].Version + 1);
        }
    }

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        lock (gate)
        {
            Answer();
            if (rows.TryGetValue((grainId.ToString(), stateName), out var row))
            {
                (grainState.State, grainState.ETag, grainState.RecordExists) = ((T)row.State, TagOf(row.Version), true);
            }
            else
            {
                (grainState.ETag, grainState.RecordExists) = (null, false);
            }
        }

        return Task.CompletedTask;
    }

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        lock (gate)
        {
            var version = Check(stateName, grainId, grainState.ETag);
            rows[(grainId.ToString(), stateName)] = (grainState.State!, version + 1);
            (grainState.ETag, grainState.RecordExists) = (TagOf(version + 1), true);
        }

        return Task.CompletedTask;
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        lock (gate)
        {
            Check(stateName, grainId, grainState.ETag);
            rows.TryRemove((grainId.ToString(), stateName), out _);
            (grainState.ETag, grainState.RecordExists) = (null, false);
        }

        return Task.CompletedTask;
    }

    private static string TagOf(int version) => version.ToString(CultureInfo.InvariantCulture);

    private int Check(string stateName, GrainId grainId, string? tag)
    {
        Answer();
        var version = rows.TryGetValue((grainId.ToString(), stateName), out var row) ? row.Version : 0;
        return (version == 0 ? null : TagOf(version)) == tag
            ? version
            : throw new InconsistentStateException($"{grainId} was at {version} and not at {tag}.");
    }

    private void Answer()
    {
        Interlocked.Increment(ref calls);
        if (IsSilent)
        {
            throw new IOException("connection refused");
        }
    }
}
