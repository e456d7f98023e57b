using Simulator.Analysis.Outcomes;
using Simulator.Analysis.Statistics;

namespace Simulator.Analysis.Experiments;

/// <summary>One outcome of one cell over its replications. All numbers have the unit of the outcome.</summary>
public sealed record CellSummary
{
    /// <summary>Of more observations intervals are not drawn again: it would take long, and Student's hold.</summary>
    private const int MostToDrawAgain = 20_000;

    private readonly IReadOnlyList<double> values;

    private CellSummary(IReadOnlyList<double> values) => this.values = values;

    /// <summary>The name of the cell.</summary>
    public required string Cell { get; init; }

    /// <summary>What is summed up.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>All replications, those included that failed or have no answer.</summary>
    public required int Replications { get; init; }

    /// <summary>
    /// The mean of those with an answer: Student's interval, and Wilson's for an outcome that is yes or no.
    /// </summary>
    public required Estimate Mean { get; init; }

    /// <summary>The mean with its BCa bootstrap interval, for outcomes that are far from normal.</summary>
    public Estimate Bootstrapped => field ??= values.Count > MostToDrawAgain
        ? Estimate.WithoutInterval(Mean.Value, Mean.Count, Mean.Confidence)
        : Bootstrap.Mean(values, Mean.Confidence);

    /// <summary>Their standard deviation; not a number for fewer than two.</summary>
    public required double Deviation { get; init; }

    /// <summary>The median with its bootstrap interval.</summary>
    public Estimate Median => field ??= Drawn(0.5);

    /// <summary>The 5% quantile with its bootstrap interval.</summary>
    public Estimate Low => field ??= Drawn(0.05);

    /// <summary>The 95% quantile with its bootstrap interval.</summary>
    public Estimate High => field ??= Drawn(0.95);

    /// <summary>Sums up one outcome of a cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="outcome">One that it has.</param>
    /// <param name="confidence">The confidence of the intervals, between 0 and 1.</param>
    /// <exception cref="ArgumentException">The cell has no such outcome.</exception>
    public static CellSummary Of(CellRuns cell, Outcome outcome, double confidence = Estimate.UsualConfidence)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(outcome);
        var values = cell.Values(outcome.Name)
            ?? throw new ArgumentException($"The cell '{cell.Name}' has no outcome '{outcome.Name}'.", nameof(outcome));
        return new CellSummary(values)
        {
            Cell = cell.Name,
            Outcome = outcome,
            Replications = values.Count,
            Mean = MeanOf(outcome, values, confidence),
            Deviation = Means.StandardDeviation(values),
        };
    }

    /// <summary>A quantile without an interval; not a number where there is no answer.</summary>
    public double Quantile(double share)
    {
        var sorted = values.Where(value => !double.IsNaN(value)).Order().ToList();
        return sorted.Count == 0 ? double.NaN : Sample.Quantile(sorted, share);
    }

    /// <summary>
    /// How many replications it would take in all for the interval of the mean to be as narrow as this; <c>null</c>: there
    /// are too few to say.
    /// </summary>
    public int? RunsFor(Precision precision)
    {
        if (Mean.Count < 2)
        {
            return null;
        }

        var answered = Outcome.Unit == OutcomeUnit.YesOrNo
            ? RunsNeeded.ForShare(Mean.Value, precision, Mean.Confidence)
            : RunsNeeded.ForMean(Mean.Value, Deviation, precision, Mean.Confidence);
        // Of all replications only some have an answer.
        return answered == RunsNeeded.Countless ? answered
            : (int)Math.Min(RunsNeeded.Countless, Math.Ceiling((double)answered * Replications / Mean.Count));
    }

    private Estimate Drawn(double share) => values.Count > MostToDrawAgain
        ? Estimate.WithoutInterval(Quantile(share), Mean.Count, Mean.Confidence)
        : Bootstrap.Quantile(values, share, Mean.Confidence);

    /// <summary>The mean of an outcome, with the interval that its unit asks for.</summary>
    internal static Estimate MeanOf(Outcome outcome, IReadOnlyList<double> values, double confidence) =>
        outcome.Unit == OutcomeUnit.YesOrNo ? Shares.Interval(values, confidence) : Means.Interval(values, confidence);
}
