using Simulator.Analysis.Outcomes;
using Simulator.Analysis.Statistics;

namespace Simulator.Analysis.Experiments;

/// <summary>One outcome of one cell over its replications. All numbers have the unit of the outcome.</summary>
public sealed record CellSummary
{
    private CellSummary()
    {
    }

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
    public required Estimate Bootstrapped { get; init; }

    /// <summary>Their standard deviation; not a number for fewer than two.</summary>
    public required double Deviation { get; init; }

    /// <summary>The median with its bootstrap interval.</summary>
    public required Estimate Median { get; init; }

    /// <summary>The 5% quantile with its bootstrap interval.</summary>
    public required Estimate Low { get; init; }

    /// <summary>The 95% quantile with its bootstrap interval.</summary>
    public required Estimate High { get; init; }

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
        return new CellSummary
        {
            Cell = cell.Name,
            Outcome = outcome,
            Replications = values.Count,
            Mean = MeanOf(outcome, values, confidence),
            Bootstrapped = Bootstrap.Mean(values, confidence),
            Deviation = Means.StandardDeviation(values),
            Median = Bootstrap.Quantile(values, 0.5, confidence),
            Low = Bootstrap.Quantile(values, 0.05, confidence),
            High = Bootstrap.Quantile(values, 0.95, confidence),
        };
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

    /// <summary>The mean of an outcome, with the interval that its unit asks for.</summary>
    internal static Estimate MeanOf(Outcome outcome, IReadOnlyList<double> values, double confidence) =>
        outcome.Unit == OutcomeUnit.YesOrNo ? Shares.Interval(values, confidence) : Means.Interval(values, confidence);
}
