using Simulator.Cluster.Sweeps;
using Simulator.Kernel.Engine;

namespace Simulator.Cluster.Hosting;

/// <summary>
/// Gathers the rows of a sweep. A sweep that is lost with the silo that held it is begun again, but for the
/// rows that are there: a replication is a pure function of its number.
/// </summary>
/// <param name="name">A sweep of a name that none has had.</param>
/// <param name="caller">Calls it.</param>
/// <param name="order">What is wanted, but for the numbers of the replications.</param>
/// <param name="first">The number of the first replication.</param>
/// <param name="count">How many replications.</param>
/// <param name="observer">Hears of finished ones and of losses; <c>null</c>: nobody.</param>
internal sealed class SweepFollower(
    Func<ISweepGrain> name, PatientCaller caller, SweepOrder order, int first, int count,
    IRunObserver? observer)
{
    private const int MostLosses = 20;

    private readonly double[]?[] rows = new double[count][];
    private int finished;
    private int losses;

    /// <exception cref="RunException">A replication failed.</exception>
    /// <exception cref="ClusterException">The cluster refuses the sweep, or does not answer.</exception>
    internal async Task<IReadOnlyList<double[]>> Gather()
    {
        while (finished < count)
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
        var missing = Enumerable.Range(0, count).Where(place => rows[place] is null);
        var refusal = await caller.Reach(
            () => sweep.Start(order with { Replications = [.. missing.Select(place => first + place)] }));
        if (refusal is not null)
        {
            throw new ClusterException(refusal);
        }
    }

    /// <returns>How the sweep was lost; <c>null</c>: it came to its end.</returns>
    private async Task<string?> Follow(ISweepGrain sweep)
    {
        var (have, news) = (0, 0);
        while (finished < count)
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

        if (rows[row.Replication - first] is null)
        {
            rows[row.Replication - first] = row.Values;
            observer?.Finished(++finished);
        }
    }
}
