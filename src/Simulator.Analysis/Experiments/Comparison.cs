using Simulator.Analysis.Outcomes;
using Simulator.Analysis.Statistics;

namespace Simulator.Analysis.Experiments;

/// <summary>
/// Cells of an experiment beside each other, each against the first. They were played on the same draws, so that what
/// differs is what was changed, and not luck: the difference is taken replication by replication.
/// </summary>
public sealed record Comparison
{
    private Comparison()
    {
    }

    /// <summary>The cells; the first is what the others are compared with.</summary>
    public required IReadOnlyList<CellRuns> Cells { get; init; }

    /// <summary>Every outcome of the first cell, and after them those that only others have.</summary>
    public required IReadOnlyList<OutcomeComparison> Outcomes { get; init; }

    /// <summary>The confidence of each interval, between 0 and 1.</summary>
    public required double Confidence { get; init; }

    /// <summary>Compares cells.</summary>
    /// <param name="cells">At least one; all with the same number of replications.</param>
    /// <param name="confidence">The confidence of each interval, between 0 and 1.</param>
    /// <exception cref="ArgumentException">There is no cell, or they have different numbers of replications.</exception>
    public static Comparison Of(IReadOnlyList<CellRuns> cells, double confidence = Estimate.UsualConfidence)
    {
        ArgumentNullException.ThrowIfNull(cells);
        if (cells.Count == 0 || cells.Any(cell => cell.Rows.Count != cells[0].Rows.Count))
        {
            throw new ArgumentException("A comparison needs cells with the same replications.", nameof(cells));
        }

        return new Comparison
        {
            Cells = cells,
            Confidence = confidence,
            Outcomes =
            [
                .. cells.SelectMany(cell => cell.Outcomes)
                    .DistinctBy(outcome => outcome.Name)
                    .Select(outcome => new OutcomeComparison(outcome, Answers(cells, outcome, confidence))),
            ],
        };
    }

    private static List<CellAnswer> Answers(IReadOnlyList<CellRuns> cells, Outcome outcome, double confidence)
    {
        var answers = new List<CellAnswer>();
        var first = cells[0].Values(outcome.Name);
        foreach (var cell in cells)
        {
            if (cell.Values(outcome.Name) is { } values)
            {
                answers.Add(new CellAnswer(
                    cell.Name, Means.Interval(values, confidence), values.Count,
                    first is null || cell == cells[0] ? null : PairedDifference.Of(first, values, confidence)));
            }
        }

        return answers;
    }
}
