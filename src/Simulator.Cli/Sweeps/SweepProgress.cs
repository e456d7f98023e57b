using System.Diagnostics;
using System.Globalization;
using Simulator.Cli.Runs;

namespace Simulator.Cli.Sweeps;

/// <summary>
/// How far a sweep is, on one line of a terminal: a bar, runs a second, the time left, and how wide the widest interval of
/// what is watched still is.
/// </summary>
/// <param name="line">The line.</param>
/// <param name="plan">How far it goes.</param>
/// <param name="cells">How many cells there are.</param>
internal sealed class SweepProgress(ProgressLine line, SweepPlan plan, int cells)
{
    private const int Wide = 24;

    private readonly Stopwatch watch = Stopwatch.StartNew();
    private int place;
    private int goal;
    private int played;
    private long shown;
    private string widest = "";

    internal void Begin(int cell, SweepRows rows, int until)
    {
        (place, goal) = (cell, until);
        Show(rows);
    }

    internal void Ended(SweepRows rows)
    {
        played++;
        Show(rows);
    }

    internal void Told(string what) => line.Tell(what);

    private void Show(SweepRows rows)
    {
        if (watch.ElapsedMilliseconds - shown < 200)
        {
            return;
        }

        shown = watch.ElapsedMilliseconds;
        // The intervals are those of the last checkpoint; in between there are gaps.
        if (plan.Precision is not null && rows.MissingBelow(rows.Count).Count == 0)
        {
            widest = Widest(rows);
        }

        line.Show(TextOf(rows));
    }

    private string TextOf(SweepRows rows)
    {
        var rate = played / Math.Max(0.001, watch.Elapsed.TotalSeconds);
        var left = plan.Precision is null ? ((cells - place) * (long)plan.AtMost) - rows.Count : Math.Max(0, goal - rows.Count);
        var seconds = rate > 0 ? left / rate : 0;
        var done = Wide * Math.Min(rows.Count, goal) / Math.Max(1, goal);
        var until = plan.Precision is null ? "left" : "to the next look";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{rows.Cell.Name} ({place + 1}/{cells}) [{new string('#', done)}{new string('.', Wide - done)}] {rows.Count}/{goal}  "
            + $"{rate:0.#} runs/s  {TimeSpan.FromSeconds((long)seconds):c} {until}{widest}");
    }

    private string Widest(SweepRows rows)
    {
        var count = rows.Count;
        var estimate = plan.WatchedIn(rows, count)
            .Select(each => (each.Name, Estimate: each.After(count), each.Precision))
            .Where(each => each.Estimate.HasInterval)
            .Select(each => (each.Name, Share: each.Estimate.HalfWidth / Math.Max(1e-12, each.Precision.Allows(each.Estimate.Value))))
            .OrderByDescending(each => each.Share)
            .FirstOrDefault();
        return estimate.Name is null ? "" : string.Create(
            CultureInfo.InvariantCulture,
            $"  ±{estimate.Share * plan.Precision * 100:0.#}% of {plan.Precision * 100:0.#}% {estimate.Name}");
    }
}
