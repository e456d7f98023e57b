using Simulator.Kernel.Compilation;
using Simulator.Kernel.Engine;

namespace Simulator.Analysis.Hindcast;

/// <summary>Replications of a run, one thread each, for what they predict of the observed papers.</summary>
public static class Replications
{
    /// <summary>The prediction for each observed paper of a model, in the order declared.</summary>
    /// <param name="model">The model.</param>
    /// <param name="options">Seed and end; replications are numbered from 0.</param>
    /// <param name="count">How many, at least 1.</param>
    /// <param name="threads">How many at a time.</param>
    /// <param name="done">Told after each how many are done; called from several threads.</param>
    /// <param name="cancellation">Gives them up.</param>
    /// <exception cref="OperationCanceledException">They were given up.</exception>
    public static IReadOnlyList<PaperPrediction> Predict(
        CompiledModel model, RunOptions options, int count, int threads, Action<int>? done = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        var moments = new IReadOnlyList<int>[count];
        var finished = 0;
        Parallel.For(
            0, count,
            new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = threads },
            replication =>
            {
                var watch = new PaperWatch(model);
                var own = options with { Replication = replication, Threads = 1 };
                InProcessEngine.Run(model, own, watch, cancellation);
                moments[replication] = watch.Ticks;
                done?.Invoke(Interlocked.Increment(ref finished));
            });
        return
        [
            .. model.Source.Observed.Select((paper, place) => PaperPrediction.From(
                paper, model.Source.Axis, [.. moments.Select(ticks => ticks[place])])),
        ];
    }
}
