namespace Simulator.Kernel.Engine;

/// <summary>
/// Threads that share the regions of one round and wait for each other at its end. They belong to one
/// run and spin briefly between rounds, for a round is shorter than a wake-up of the operating system.
/// </summary>
internal sealed class Crew : IDisposable
{
    private readonly Barrier start;
    private readonly Barrier end;
    private readonly Thread[] threads;
    private Action<int>? work;
    private int count;
    private int next;
    private Exception? failure;
    private volatile bool over;

    internal Crew(int size)
    {
        start = new Barrier(size);
        end = new Barrier(size);
        threads = new Thread[size - 1];
        for (var place = 0; place < threads.Length; place++)
        {
            threads[place] = new Thread(Serve) { IsBackground = true, Name = $"region crew {place + 1}" };
            threads[place].Start();
        }
    }

    /// <summary>Does a piece of work for each number below <paramref name="pieces"/>, shared among all.</summary>
    internal void Do(int pieces, Action<int> piece)
    {
        work = piece;
        count = pieces;
        next = 0;
        failure = null;
        start.SignalAndWait();
        Share();
        end.SignalAndWait();
        work = null;
        if (failure is not null)
        {
            throw failure;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        over = true;
        start.SignalAndWait();
        foreach (var thread in threads)
        {
            thread.Join();
        }

        start.Dispose();
        end.Dispose();
    }

    private void Serve()
    {
        while (true)
        {
            start.SignalAndWait();
            if (over)
            {
                return;
            }

            Share();
            end.SignalAndWait();
        }
    }

    private void Share()
    {
        while (true)
        {
            var piece = Interlocked.Increment(ref next) - 1;
            if (piece >= count)
            {
                return;
            }

            // Whatever goes wrong must reach the end of the round, or the others would wait for ever.
            try
            {
                work!(piece);
            }
            catch (Exception exception)
            {
                failure = exception;
            }
        }
    }
}
