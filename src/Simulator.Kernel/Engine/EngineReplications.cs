namespace Simulator.Kernel.Engine;

/// <summary>Replications for those who want all rows or none.</summary>
public static class EngineReplications
{
    /// <summary>Plays replications one after another or side by side, and gives the rows when all have ended.</summary>
    /// <param name="engine">Carries them.</param>
    /// <param name="order">What is to be played; its replication is the number of the first.</param>
    /// <param name="count">How many replications.</param>
    /// <param name="reducer">Makes a row of each.</param>
    /// <param name="observer">Told after each how many have ended; <c>null</c>: nobody is.</param>
    /// <param name="cancellation">Gives them up.</param>
    /// <returns>The rows, by number of replication.</returns>
    /// <exception cref="RunException">One cannot go on; the others are given up.</exception>
    /// <exception cref="OperationCanceledException">They were given up.</exception>
    public static async Task<IReadOnlyList<double[]>> Replicate(
        this IEngine engine, RunOrder order, int count, IRunReducer reducer, IRunObserver? observer,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(order);
        var first = order.Options.Replication;
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var all = new Gathering(first, count, observer, giveUp);
        try
        {
            await engine.Replicate(order, [.. Enumerable.Range(first, count)], reducer, all, giveUp.Token);
        }
        catch (OperationCanceledException) when (all.Failure is not null)
        {
            // Given up because of it.
        }

        cancellation.ThrowIfCancellationRequested();
        return all.Failure is { } failure ? throw new RunException(failure) : all.Rows;
    }

    private sealed class Gathering(int first, int count, IRunObserver? observer, CancellationTokenSource giveUp)
        : IReplicationObserver
    {
        private int ended;

        internal double[][] Rows { get; } = new double[count][];

        internal string? Failure { get; private set; }

        public void Ended(Replication replication)
        {
            if (replication.Failure is { } failure)
            {
                Failure ??= failure;
                giveUp.Cancel();
                return;
            }

            Rows[replication.Number - first] = replication.Values;
            observer?.Finished(++ended);
        }

        public void Told(string what) => observer?.Told(what);
    }
}
