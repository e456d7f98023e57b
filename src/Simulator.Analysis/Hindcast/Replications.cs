using Simulator.Kernel.Engine;

namespace Simulator.Analysis.Hindcast;

/// <summary>Replications of a run, for what they predict of the observed papers.</summary>
public static class Replications
{
    /// <summary>The prediction for each observed paper of a model, in the order declared.</summary>
    /// <param name="engine">Carries the replications.</param>
    /// <param name="order">Model, seed and end; the number of the first replication.</param>
    /// <param name="count">How many, at least 1.</param>
    /// <param name="observer">Told after each how many have ended; <c>null</c>: nobody is.</param>
    /// <param name="cancellation">Gives them up.</param>
    /// <exception cref="RunException">A replication cannot go on.</exception>
    /// <exception cref="OperationCanceledException">They were given up.</exception>
    public static async Task<IReadOnlyList<PaperPrediction>> Predict(
        IEngine engine, RunOrder order, int count, IRunObserver? observer, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(order);
        var rows = await engine.Replicate(order, count, ObservedPapers.Instance, observer, cancellation);
        var source = order.Model.Source;
        return
        [
            .. source.Observed.Select((paper, place) => PaperPrediction.From(
                paper, source.Axis, [.. rows.Select(row => TickOf(row[place]))])),
        ];
    }

    private static int TickOf(double moment) => double.IsNaN(moment) ? -1 : (int)moment;
}
