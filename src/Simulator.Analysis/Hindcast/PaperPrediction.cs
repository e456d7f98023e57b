using Simulator.Analysis.Statistics;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Time;

namespace Simulator.Analysis.Hindcast;

/// <summary>
/// What replications predict for an observed paper, beside what really happened. Real dates are known to
/// the day, so the prediction is compared by days: the moment of each replication is taken to its date.
/// </summary>
public sealed record PaperPrediction
{
    /// <summary>The observed paper.</summary>
    public required ObservedPaper Paper { get; init; }

    /// <summary>Replications in which the paper came about, and all.</summary>
    public required int Happened { get; init; }

    /// <summary>All replications.</summary>
    public required int Replications { get; init; }

    /// <summary>Median moment of those in which it came about; <c>null</c>: in none.</summary>
    public CivilTime? Median { get; init; }

    /// <summary>The 5% quantile.</summary>
    public CivilTime? Low { get; init; }

    /// <summary>The 95% quantile.</summary>
    public CivilTime? High { get; init; }

    /// <summary>
    /// Where the real date lies among the predicted dates, in percent: those earlier, and half of those
    /// on the same day. Where only bounds are known: <c>null</c>.
    /// </summary>
    public double? Percentile { get; init; }

    /// <summary>
    /// Whether the real date lies within the dates of the band; with bounds, whether the band and the
    /// bounds have a day in common.
    /// </summary>
    public bool IsInside { get; init; }

    /// <summary>Whether the real day is known, not only bounds of it.</summary>
    public bool IsExact => Paper.Earliest == Paper.Latest;

    /// <summary>Days from the low to the high end of the band.</summary>
    public double BandDays => Low is { } low && High is { } high ? (high.Minutes - low.Minutes) / 1440.0 : 0;

    /// <summary>The prediction from the moments in each replication.</summary>
    /// <param name="paper">The observed paper.</param>
    /// <param name="axis">Turns ticks into civil time.</param>
    /// <param name="ticks">The moment in each replication, -1 where the paper did not come about.</param>
    public static PaperPrediction From(ObservedPaper paper, TimeAxis axis, IReadOnlyList<int> ticks)
    {
        ArgumentNullException.ThrowIfNull(paper);
        ArgumentNullException.ThrowIfNull(axis);
        ArgumentNullException.ThrowIfNull(ticks);
        var sorted = ticks.Where(tick => tick >= 0).Select(tick => (double)tick).Order().ToList();
        if (sorted.Count == 0)
        {
            return new PaperPrediction { Paper = paper, Happened = 0, Replications = ticks.Count };
        }

        CivilTime At(double share) => axis.ToCivil(new Tick((int)Math.Round(Sample.Quantile(sorted, share))));
        var (low, high) = (At(0.05), At(0.95));
        var days = sorted.Select(tick => axis.ToCivil(new Tick((int)tick)).Date.DayNumber).ToList();
        var real = paper.Earliest.Date.DayNumber;
        var exact = paper.Earliest == paper.Latest;
        return new PaperPrediction
        {
            Paper = paper,
            Happened = sorted.Count,
            Replications = ticks.Count,
            Median = At(0.5),
            Low = low,
            High = high,
            Percentile = exact
                ? 100.0 * (days.Count(day => day < real) + (days.Count(day => day == real) / 2.0)) / days.Count
                : null,
            IsInside = low.Date <= paper.Latest.Date && high.Date >= paper.Earliest.Date,
        };
    }
}
