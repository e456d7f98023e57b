using System.Diagnostics;
using Simulator.Cluster.Runs;
using Simulator.Cluster.Sweeps;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;

namespace Simulator.Cluster.Hosting;

/// <summary>
/// The engine of which the bodies are grains: asks a cluster for a run, follows it, and passes the journal
/// on block by block. What it has passed on it acknowledges, so that the cluster need not keep it.
/// </summary>
internal sealed class ClusterEngine(IClusterClient client, int regionsPerSilo, Func<ValueTask> close) : IEngine
{
    /// <summary>How long a cluster may be out of reach before the client gives up.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <inheritdoc/>
    public string Name => "orleans";

    /// <inheritdoc/>
    public async Task<RunResult> Run(
        RunOrder order, IJournalSink journal, IRunObserver? observer, CancellationToken cancellation)
    {
        var run = client.GetGrain<IRunGrain>(NameOf(order));
        var refusal = await Reach(
            () => run.Start(new RunManifest
            {
                Version = ProgramVersion.Text,
                Text = order.Text,
                ModelHash = order.Model.Hash.ToString(),
                Seed = order.Options.Seed,
                Replication = order.Options.Replication,
                Until = order.Options.Until?.Value ?? order.Model.Until,
                RegionsPerSilo = regionsPerSilo,
            }),
            cancellation);
        if (refusal is not null)
        {
            throw new ClusterException(refusal);
        }

        try
        {
            return await Follow(run, journal, observer, cancellation);
        }
        finally
        {
            await Forget(run.Drop());
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<double[]>> Replicate(
        RunOrder order, int count, IRunReducer reducer, IRunObserver? observer, CancellationToken cancellation)
    {
        var sweep = client.GetGrain<ISweepGrain>(NameOf(order));
        var refusal = await Reach(
            () => sweep.Start(new SweepOrder
            {
                Version = ProgramVersion.Text,
                Text = order.Text,
                Seed = order.Options.Seed,
                First = order.Options.Replication,
                Count = count,
                Until = order.Options.Until?.Value ?? order.Model.Until,
                Reducer = reducer.Name,
            }),
            cancellation);
        if (refusal is not null)
        {
            throw new ClusterException(refusal);
        }

        try
        {
            return await Gather(sweep, order.Options.Replication, count, observer, cancellation);
        }
        finally
        {
            await Forget(sweep.Drop());
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => close();

    private static async Task<RunResult> Follow(
        IRunGrain run, IJournalSink journal, IRunObserver? observer, CancellationToken cancellation)
    {
        var (have, digest, clock, news) = (0L, default(Digest), Guid.Empty, 0);
        while (true)
        {
            var request = new PollRequest(have, digest.ToString(), clock, news);
            var answer = await Reach(() => run.Poll(request), cancellation);
            foreach (var what in answer.News)
            {
                observer?.Told(what);
            }

            (clock, news) = (answer.Clock, answer.NewsCount);
            foreach (var block in answer.Blocks)
            {
                journal.Append(block.Span);
                digest = digest.With(block.Span);
                have++;
            }

            observer?.Reached(answer.Tick);
            if (answer.Failure is { } failure)
            {
                throw new RunException(failure);
            }

            if (answer.Phase == RunPhase.Unknown)
            {
                throw new ClusterException(
                    "The cluster no longer knows the run: without a database a run is lost with its silo. Run it again.");
            }

            if (answer.Outcome is { } outcome && have == answer.BlocksInAll)
            {
                var result = outcome.Result();
                return result.Digest == digest ? result : throw new RunException(
                    $"The journal that arrived has the digest {digest} and not {result.Digest}, as the cluster says.");
            }
        }
    }

    private static async Task<IReadOnlyList<double[]>> Gather(
        ISweepGrain sweep, int first, int count, IRunObserver? observer, CancellationToken cancellation)
    {
        var rows = new double[count][];
        var (have, news) = (0, 0);
        while (have < count)
        {
            var known = have;
            var answer = await Reach(() => sweep.Poll(known), cancellation);
            foreach (var what in answer.News.Skip(news))
            {
                observer?.Told(what);
            }

            news = answer.News.Length;
            foreach (var row in answer.Rows)
            {
                if (row.Failure is { } reason)
                {
                    throw new RunException(reason);
                }

                rows[row.Replication - first] = row.Values;
                observer?.Finished(++have);
            }

            if (answer.Failure is { } failure)
            {
                throw new ClusterException(failure);
            }
        }

        return rows;
    }

    /// <summary>
    /// Calls until there is an answer: what it calls only asks or leaves word, so that twice is no harm.
    /// </summary>
    private static async Task<T> Reach<T>(Func<Task<T>> call, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                return await call().WaitAsync(cancellation);
            }
            catch (Exception silence) when (silence is not OperationCanceledException)
            {
                if (Stopwatch.GetElapsedTime(started) > Patience)
                {
                    throw new ClusterException(
                        $"The cluster has not answered for {Patience.TotalMinutes:0} minutes: {silence.Message}");
                }
            }

            await Task.Delay(TimeSpan.FromMilliseconds(500), cancellation);
        }
    }

    private static async Task Forget(Task dropping)
    {
        await Task.WhenAny(dropping, Task.Delay(TimeSpan.FromSeconds(10)));
        dropping.Ignore();
    }

    /// <summary>A name that people can tell from others in a log, and that no other run has.</summary>
    private static string NameOf(RunOrder order) =>
        $"{order.Model.Source.Scenario}-{order.Model.Source.Variant}-s{order.Options.Seed}-{Guid.NewGuid():n}"
            .Replace('/', '-'); // which ends a run's name in the keys of its grains
}
