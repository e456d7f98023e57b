using Simulator.Cluster.Sweeps;
using Simulator.Kernel.Engine;

namespace Simulator.Cluster.Hosting;

/// <summary>
/// Hands on the rows of a sweep. A sweep that is lost with the silo that held it is begun again, but for the
/// rows that are there: a replication is a pure function of its number.
/// </summary>
/// <param name="name">A sweep of a name that none has had.</param>
/// <param name="caller">Calls it.</param>
/// <param name="order">What is wanted, but for the numbers of the replications.</param>
/// <param name="replications">The numbers of the replications wanted.</param>
/// <param name="observer">Gets each as it ends, and hears of losses.</param>
internal sealed class SweepFollower(
    Func<ISweepGrain> name, PatientCaller caller, SweepOrder order, IReadOnlyList<int> replications,
    IReplicationObserver observer)
{
    private const int MostLosses = 20;

    private readonly HashSet<int> missing = [.. replications];
    private int losses;

    /// <exception cref="ClusterException">The cluster refuses the sweep, or does not answer.</exception>
    internal async Task Follow()
    {
        while (missing.Count > 0)
        {
            var sweep = name();
            try
            {
                await Begin(sweep);
                if (await Follow(sweep) is { } loss)
                {
                    observer.Told($"{loss}; what is missing is done again");
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
    }

    private async Task Begin(ISweepGrain sweep)
    {
        var refusal = await caller.Reach(
            () => sweep.Start(order with { Replications = [.. replications.Where(missing.Contains)] }));
        if (refusal is not null)
        {
            throw new ClusterException(refusal);
        }
    }

    /// <returns>How the sweep was lost; <c>null</c>: it came to its end.</returns>
    private async Task<string?> Follow(ISweepGrain sweep)
    {
        var (have, news) = (0, 0);
        while (missing.Count > 0)
        {
            var known = have;
            var answer = await caller.Reach(() => sweep.Poll(known));
            foreach (var what in answer.News.Skip(news))
            {
                observer.Told(what);
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
        if (missing.Remove(row.Replication))
        {
            observer.Ended(new Replication(row.Replication, row.Values, row.Failure));
        }
    }
}
