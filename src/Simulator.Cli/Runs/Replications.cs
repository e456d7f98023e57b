using Simulator.Analysis.Hindcast;
using Simulator.Cli.Commands;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Engine;

namespace Simulator.Cli.Runs;

/// <summary>Replications of a run, one thread each, for what they predict of the observed papers.</summary>
internal static class Replications
{
    internal static IReadOnlyList<PaperPrediction> Predict(
        CompiledModel model, RunOptions options, int count, ProgressLine progress)
    {
        var moments = new IReadOnlyList<int>[count];
        var done = 0;
        Parallel.For(
            0, count,
            new ParallelOptions
            {
                CancellationToken = Interruption.Token,
                MaxDegreeOfParallelism = Environment.ProcessorCount,
            },
            replication =>
            {
                var watch = new PaperWatch(model);
                var own = options with { Replication = replication, Threads = 1 };
                InProcessEngine.Run(model, own, watch, Interruption.Token);
                moments[replication] = watch.Ticks;
                progress.Show("replications", Interlocked.Increment(ref done), count);
            });
        return
        [
            .. model.Source.Observed.Select((paper, place) => PaperPrediction.From(
                paper, model.Source.Axis, [.. moments.Select(ticks => ticks[place])])),
        ];
    }
}
