using Simulator.Cluster.Sweeps;
using Simulator.Kernel.Engine;

namespace Simulator.Cluster.Hosting;

/// <summary>
/// Gathers the rows of a sweep. A sweep that is lost with the silo that held it is begun again, but for the
/// rows that are there: a replication is a pure function of its number.
/// </summary>
internal sealed class SweepFollower(
    Func<ISweepGrain> name, PatientCaller caller, SweepOrder order, IRunObserver? observer)
{
    private const int MostLosses = 20;

    private readonly double[]?[] rows = new double[order.Count][];
    private int finished;
    private int losses;

    /// <exception cref="RunException">A replication failed.</exception>
    /// <exception cref="ClusterException">The cluster refuses the sweep, or does not answer.</exception>
    internal async Task<IReadOnlyList<double[]>> Gather()
    {
        while (finished < order.Count)
        {
            var sweep = name();
            try
            {
                await Begin(sweep);
                if (await Follow(sweep) is { } loss)
                {
                    observer?.Told($"{loss}; what is missing is done again");
                    losses++;
                }
            }
            finally
            {
                await ClusterEngine.Forget(sweep.Drop());
            }

            if (losses > MostLosses)
            {
                throw new ClusterException($"The sweep was lost {losses} times with the silo that held it.");
            }
        }

        return rows!;
    }

    private async Task Begin(ISweepGrain sweep)
    {
        var missing = Enumerable.Range(0, order.Count).Where(place => rows[place] is null).ToArray();
        var refusal = await caller.Reach(
            () => sweep.Start(order with { Replications = [.. missing.Select(place => order.First + place)] }));
        if (refusal is not null)
        {
            throw new ClusterException(refusal);
        }
    }

    /// <returns>How the sweep was lost; <c>null</c>: it came to its end.</returns>
    private async Task<string?> Follow(ISweepGrain sweep)
    {
        var (have, news) = (0, 0);
        while (finished < order.Count)
        {
            var known = have;
            var answer = await caller.Reach(() => sweep.Poll(known));
            foreach (var what in answer.News.Skip(news))
            {
                observer?.Told(what);
            }

            news = answer.News.Length;
            have += answer.Rows.Length;
            Array.ForEach(answer.Rows, Take);
            if (answer.IsLost)
            {
                return "the silo that held the sweep was lost";
            }

            if (answer.Failure is { } failure)
            {
                throw new ClusterException(failure);
            }
        }

        return null;
    }

    private void Take(SweepRow row)
    {
        if (row.Failure is { } reason)
        {
            throw new RunException(reason);
        }

        if (rows[row.Replication - order.First] is null)
        {
            rows[row.Replication - order.First] = row.Values;
            observer?.Finished(++finished);
        }
    }
}
