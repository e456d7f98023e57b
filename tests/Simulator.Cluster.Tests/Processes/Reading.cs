using System.Diagnostics;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;

namespace Simulator.Cluster.Tests.Processes;

/// <summary>Reads a run, and keeps when each part of its journal came and what was told meanwhile.</summary>
internal sealed class Reading : IJournalSink, IRunObserver
{
    private readonly Lock gate = new();
    private readonly List<TimeSpan> blocks = [];
    private readonly List<(TimeSpan At, string What)> news = [];
    private readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource told = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<string> name = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private IJournalSink? journal;
    private long started;

    /// <summary>Ends with the first entries, or with the run if it comes at once.</summary>
    public Task Begun => begun.Task;

    /// <summary>Ends with the first news.</summary>
    public Task HeardNews => told.Task;

    /// <summary>Ends, with the run's name, when it has one.</summary>
    public Task<string> Name => name.Task;

    /// <summary>When each block came, from the begin of the run.</summary>
    public IReadOnlyList<TimeSpan> Blocks => Copy(blocks);

    /// <summary>What was told, and when.</summary>
    public IReadOnlyList<(TimeSpan At, string What)> News => Copy(news);

    /// <summary>From the begin of the run to now, or to its end.</summary>
    public TimeSpan Elapsed => Whole ?? Stopwatch.GetElapsedTime(started);

    private TimeSpan? Whole { get; set; }

    public void Begin(IJournalSink journal) => (this.journal, started) = (journal, Stopwatch.GetTimestamp());

    public void End()
    {
        Whole = Elapsed;
        begun.TrySetResult();
    }

    /// <summary>
    /// Waits until so many blocks have come; none: until the run is asked for and a little later.
    /// </summary>
    public async Task Has(int blocks, CancellationToken cancellation)
    {
        do
        {
            await Task.Delay(10, cancellation);
        }
        while (Blocks.Count < blocks && Whole is null);
    }

    public void Append(ReadOnlySpan<Entry> entries)
    {
        lock (gate)
        {
            blocks.Add(Elapsed);
        }

        begun.TrySetResult();
        journal!.Append(entries);
    }

    public void Named(string run) => name.TrySetResult(run);

    public void Told(string what)
    {
        lock (gate)
        {
            news.Add((Elapsed, what));
        }

        told.TrySetResult();
    }

    public void Reached(int tick)
    {
    }

    public void Finished(int replications)
    {
    }

    private T[] Copy<T>(List<T> list)
    {
        lock (gate)
        {
            return [.. list];
        }
    }
}
