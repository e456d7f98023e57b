using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Journal;

namespace Simulator.Kernel.Engine;

/// <summary>
/// The engine that is always there: runs and replications in this process. What it is asked for begins at
/// once, on a thread of its own; the order's threads carry one run together, or one replication each.
/// </summary>
public sealed class LocalEngine : IEngine
{
    /// <summary>What <see cref="Name"/> says.</summary>
    public const string EngineName = "inprocess";

    /// <summary>How often an observer hears of a run.</summary>
    private const int Slices = 200;

    private readonly Lock turn = new();
    private (CompiledModel? Model, ConcurrentBag<InProcessEngine> Engines) kept = (null, []);

    /// <inheritdoc/>
    public string Name => EngineName;

    /// <inheritdoc/>
    public Task<RunResult> Run(
        RunOrder order, IJournalSink journal, IRunObserver? observer, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(journal);
        return Begin(() => Play(order, journal, observer, cancellation), cancellation);
    }

    /// <inheritdoc/>
    public Task Replicate(
        RunOrder order, IReadOnlyList<int> replications, IRunReducer reducer, IReplicationObserver observer,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(replications);
        ArgumentNullException.ThrowIfNull(reducer);
        ArgumentNullException.ThrowIfNull(observer);
        return Begin(() => PlayAll(order, replications, reducer, observer, cancellation), cancellation);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        kept = (null, []);
        return ValueTask.CompletedTask;
    }

    private static RunResult Play(
        RunOrder order, IJournalSink journal, IRunObserver? observer, CancellationToken cancellation)
    {
        using var engine = new InProcessEngine(order.Model, order.Options, journal);
        var until = order.Options.Until?.Value ?? order.Model.Until;
        for (var slice = 1; slice <= Slices; slice++)
        {
            var tick = (int)((long)until * slice / Slices);
            cancellation.ThrowIfCancellationRequested();
            engine.AdvanceTo(tick, cancellation);
            observer?.Reached(tick);
        }

        return engine.Result();
    }

    private bool PlayAll(
        RunOrder order, IReadOnlyList<int> replications, IRunReducer reducer, IReplicationObserver observer,
        CancellationToken cancellation)
    {
        var gate = new Lock();
        var engines = EnginesFor(order.Model);
        var shared = new ParallelOptions
        {
            CancellationToken = cancellation,
            MaxDegreeOfParallelism = Math.Max(1, order.Options.Threads),
        };
        try
        {
            Parallel.For(0, replications.Count, shared, place =>
            {
                var ended = Reduce(order, replications[place], reducer, engines, cancellation);
                lock (gate)
                {
                    observer.Ended(ended);
                }
            });
        }
        catch (AggregateException failures)
        {
            // Whoever takes the rows could not, perhaps several at once; one is told, as if it had been alone.
            ExceptionDispatchInfo.Throw(failures.InnerExceptions[0]);
        }

        return true;
    }

    private static Replication Reduce(
        RunOrder order, int number, IRunReducer reducer, ConcurrentBag<InProcessEngine> engines,
        CancellationToken cancellation)
    {
        var options = order.Options with { Replication = number, Threads = 1, Regions = 1 };
        try
        {
            var reduction = reducer.Begin(order.Model);
            var engine = EngineFor(order.Model, options, reduction, engines);
            engine.AdvanceTo(options.Until?.Value ?? order.Model.Until, cancellation);
            var row = reduction.Row(engine.Result());
            engine.ForgetJournal();
            engines.Add(engine); // one that has failed is not used again
            return new Replication(number, row);
        }
        catch (Exception failure) when (failure is not (OutOfMemoryException or OperationCanceledException))
        {
            return new Replication(number, [], RunException.SentenceOf(failure));
        }
    }

    private static InProcessEngine EngineFor(
        CompiledModel model, RunOptions options, IRunReduction reduction, ConcurrentBag<InProcessEngine> engines)
    {
        if (!engines.TryTake(out var engine))
        {
            return new InProcessEngine(model, options, reduction);
        }

        engine.Restart(options, reduction);
        return engine;
    }

    /// <summary>
    /// Engines that have finished a replication of a model, in whose memory others are played: those of the model asked
    /// for last are kept, for whoever wants to be precise asks for a few at a time.
    /// </summary>
    private ConcurrentBag<InProcessEngine> EnginesFor(CompiledModel model)
    {
        lock (turn)
        {
            kept = kept.Model == model ? kept : (model, []);
            return kept.Engines;
        }
    }

    /// <summary>Whoever asks goes on meanwhile; a whole run is too long for a thread that others wait for.</summary>
    private static Task<T> Begin<T>(Func<T> work, CancellationToken cancellation) => Task.Factory.StartNew(
        work, cancellation, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}
