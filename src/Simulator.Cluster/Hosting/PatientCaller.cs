using System.Diagnostics;
using Simulator.Cluster.Runs;

namespace Simulator.Cluster.Hosting;

/// <summary>
/// Calls a cluster until it answers: what a client calls only asks or leaves word, so that twice is no harm.
/// A silence is told of, and after two minutes it is given up.
/// </summary>
/// <param name="tell">Takes what people should know; <c>null</c>: nobody does.</param>
/// <param name="cancellation">Gives up.</param>
internal sealed class PatientCaller(Action<string>? tell, CancellationToken cancellation)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// A lost silo is found out, and made up for, in about this time; then people begin to wonder.
    /// </summary>
    private static readonly TimeSpan Unremarkable = TimeSpan.FromSeconds(10);

    /// <exception cref="ClusterException">The cluster has been silent for too long.</exception>
    /// <exception cref="OperationCanceledException">The caller was given up.</exception>
    internal async Task<T> Reach<T>(Func<Task<T>> call)
    {
        var started = Stopwatch.GetTimestamp();
        var isTold = false;
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                return await call().WaitAsync(cancellation);
            }
            catch (Exception silence) when (!cancellation.IsCancellationRequested)
            {
                // Also what Orleans calls cancelled: a call that no silo has taken in time.
                var lasted = Stopwatch.GetElapsedTime(started);
                if (lasted > Patience)
                {
                    throw new ClusterException(
                        $"The cluster has not answered for {Patience.TotalMinutes:0} minutes: "
                        + $"{Failures.WhyLost(silence)}");
                }

                if (lasted > Unremarkable && !isTold)
                {
                    isTold = true;
                    tell?.Invoke(
                        $"the cluster does not answer ({Failures.WhyLost(silence)}); it is asked again, and if no silo "
                        + "of it is left, start one");
                }
            }

            await Task.Delay(Pause, cancellation);
        }
    }
}
