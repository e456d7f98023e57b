using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
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
    public Task<IReadOnlyList<double[]>> Replicate(
        RunOrder order, int count, IRunReducer reducer, IRunObserver? observer, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(reducer);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return Begin<IReadOnlyList<double[]>>(
            () => PlayAll(order, count, reducer, observer, cancellation), cancellation);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

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

    private static double[][] PlayAll(
        RunOrder order, int count, IRunReducer reducer, IRunObserver? observer, CancellationToken cancellation)
    {
        var rows = new double[count][];
        var gate = new Lock();
        var finished = 0;
        var engines = new ConcurrentBag<InProcessEngine>();
        var shared = new ParallelOptions
        {
            CancellationToken = cancellation,
            MaxDegreeOfParallelism = Math.Max(1, order.Options.Threads),
        };
        try
        {
            Parallel.For(0, count, shared, place =>
            {
                var number = order.Options.Replication + place;
                rows[place] = Reduce(order, number, reducer.Begin(order.Model), engines, cancellation);
                lock (gate)
                {
                    observer?.Finished(++finished);
                }
            });
        }
        catch (AggregateException failures)
        {
            // Several may have failed before all had stopped; one is told, as if it had been alone.
            ExceptionDispatchInfo.Throw(failures.InnerExceptions.OfType<RunException>().FirstOrDefault()
                ?? failures.InnerExceptions[0]);
        }

        return rows;
    }

    /// <summary>Plays one replication, in the memory of one that is finished where there is one.</summary>
    private static double[] Reduce(
        RunOrder order, int replication, IRunReduction reduction, ConcurrentBag<InProcessEngine> engines,
        CancellationToken cancellation)
    {
        var options = order.Options with { Replication = replication, Threads = 1, Regions = 1 };
        if (engines.TryTake(out var engine))
        {
            engine.Restart(options, reduction);
        }
        else
        {
            engine = new InProcessEngine(order.Model, options, reduction);
        }

        engine.AdvanceTo(options.Until?.Value ?? order.Model.Until, cancellation);
        var row = reduction.Row(engine.Result());
        engines.Add(engine); // one that has failed is not used again
        return row;
    }

    /// <summary>Whoever asks goes on meanwhile; a whole run is too long for a thread that others wait for.</summary>
    private static Task<T> Begin<T>(Func<T> work, CancellationToken cancellation) => Task.Factory.StartNew(
        work, cancellation, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}
