using Orleans.Concurrency;
using Simulator.Cluster.Models;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Time;

namespace Simulator.Cluster.Sweeps;

/// <summary>
/// As many of these as the silo has processors play replications with the in-process engine.
/// </summary>
[StatelessWorker, GrainType("simulator.replication")]
internal sealed class ReplicationGrain(ModelShelf shelf, IReadOnlyList<IRunReducer> reducers)
    : Grain, IReplicationGrain
{
    /// <inheritdoc/>
    public async Task<SweepRow> Run(SweepOrder order, int replication)
    {
        var reducer = reducers.First(one => one.Name == order.Reducer); // or the sweep would have been refused
        CompiledModel model;
        try
        {
            model = await shelf.Get(ModelKey.Of(order.Text), () => Task.FromResult(order.Text));
        }
        catch (ModelException failure)
        {
            return new SweepRow(replication, [], failure.Message);
        }

        var options = new RunOptions
        {
            Seed = order.Seed,
            Replication = replication,
            Until = new Tick(order.Until),
            Threads = 1,
        };

        // A run may take seconds, in which the scheduler of this grain should serve others.
        return await Task.Run(() =>
        {
            try
            {
                var reduction = reducer.Begin(model);
                var result = InProcessEngine.Run(model, options, reduction);
                return new SweepRow(replication, reduction.Row(result), null);
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                return new SweepRow(replication, [], RunException.SentenceOf(failure));
            }
        });
    }
}
