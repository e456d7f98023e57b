using Simulator.Analysis.Outcomes;
using Simulator.Kernel.Engine;

namespace Simulator.Cli.Sweeps;

/// <summary>
/// Plays what a sweep lacks, cell by cell. How far a cell goes is asked at checkpoints at which all replications before are
/// there, so that it is the same whichever of them was finished first, and whether or not the sweep was interrupted.
/// </summary>
internal sealed class SweepPlayer(IEngine engine, SweepFolder folder, SweepPlan plan, SweepProgress progress)
{
    internal const string AsMany = "as many as asked";
    internal const string Precise = "precise enough";
    internal const string MostAllowed = "not precise enough";

    /// <exception cref="OperationCanceledException">It was given up; what has ended is kept.</exception>
    internal async Task Play(IReadOnlyList<SweepRows> cells, Action<SweepRows> finished, CancellationToken cancellation)
    {
        for (var place = 0; place < cells.Count; place++)
        {
            await Play(place, cells[place], cancellation);
            finished(cells[place]);
        }
    }

    private async Task Play(int place, SweepRows rows, CancellationToken cancellation)
    {
        rows.Ending = plan.Precision is null ? AsMany : MostAllowed;
        rows.StopAt(plan.AtMost);
        for (var checkpoint = plan.Rule.Next(0); checkpoint is { } count; checkpoint = plan.Rule.Next(count))
        {
            var missing = rows.MissingBelow(count);
            if (missing.Count > 0)
            {
                var keeper = new Keeper(place, rows, folder, progress);
                progress.Begin(place, rows, count);
                await engine.Replicate(rows.Cell.Played.Order, missing, OutcomeReducer.Instance, keeper, cancellation);
            }

            if (plan.Precision is not null && plan.Rule.IsPrecise(plan.WatchedIn(rows, count), count))
            {
                rows.Ending = Precise;
                rows.StopAt(count);
                return;
            }
        }
    }

    private sealed class Keeper(int place, SweepRows rows, SweepFolder folder, SweepProgress progress) : IReplicationObserver
    {
        public void Ended(Replication replication)
        {
            folder.Keep(place, replication);
            rows.Take(replication);
            progress.Ended(rows);
        }

        public void Told(string what) => progress.Told(what);
    }
}
