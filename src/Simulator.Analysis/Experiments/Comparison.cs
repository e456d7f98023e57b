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

    /// <summary>The outcomes asked about that any cell has.</summary>
    public required IReadOnlyList<OutcomeComparison> Outcomes { get; init; }

    /// <summary>The confidence of each interval, and of all verdicts together, between 0 and 1.</summary>
    public required double Confidence { get; init; }

    /// <summary>How many differences were asked about, and are corrected for.</summary>
    public required int Comparisons { get; init; }

    /// <summary>Compares cells.</summary>
    /// <param name="cells">At least one; all with the same number of replications.</param>
    /// <param name="combined">By name of a cell that combines others: which.</param>
    /// <param name="isAsked">Which outcomes are asked about; the verdicts hold for these together.</param>
    /// <param name="confidence">The confidence of each interval, between 0 and 1.</param>
    /// <exception cref="ArgumentException">There is no cell, or they have different numbers of replications.</exception>
    public static Comparison Of(
        IReadOnlyList<CellRuns> cells, IReadOnlyDictionary<string, IReadOnlyList<string>>? combined = null,
        Func<Outcome, bool>? isAsked = null, double confidence = Estimate.UsualConfidence)
    {
        ArgumentNullException.ThrowIfNull(cells);
        if (cells.Count == 0 || cells.Any(cell => cell.Rows.Count != cells[0].Rows.Count))
        {
            throw new ArgumentException("A comparison needs cells with the same replications.", nameof(cells));
        }

        var outcomes = cells.SelectMany(cell => cell.Outcomes)
            .DistinctBy(outcome => outcome.Name)
            .Where(outcome => isAsked?.Invoke(outcome) ?? true)
            .Select(outcome => Compare(cells, outcome, combined ?? new Dictionary<string, IReadOnlyList<string>>(), confidence))
            .ToList();
        var differences = outcomes.SelectMany(outcome => outcome.Answers)
            .Select(answer => answer.LessFirst)
            .OfType<PairedDifference>()
            .Where(less => less.Pairs >= 2)
            .ToList();
        var apart = differences.Zip(ManyComparisons.ToldApart(differences, confidence))
            .Where(each => each.Second).Select(each => each.First).ToHashSet(ReferenceEqualityComparer.Instance);
        return new Comparison
        {
            Cells = cells,
            Confidence = confidence,
            Comparisons = differences.Count,
            Outcomes =
            [
                .. outcomes.Select(outcome => outcome with
                {
                    Answers =
                    [
                        .. outcome.Answers.Select(answer => answer with { Verdict = VerdictOf(outcome.Outcome, answer.LessFirst, apart) }),
                    ],
                }),
            ],
        };
    }

    private static Verdict VerdictOf(Outcome outcome, PairedDifference? less, HashSet<object?> apart) => less switch
    {
        null => Verdict.NotCompared,
        { AllEqual: true } => Verdict.Same,
        { Pairs: < 2 } => Verdict.NotCompared,
        _ when !apart.Contains(less) => Verdict.NotToldApart,
        _ when outcome.Better == Better.Neither => Verdict.Differs,
        _ => less.Difference.Value < 0 == (outcome.Better == Better.Lower) ? Verdict.Better : Verdict.Worse,
    };

    private static OutcomeComparison Compare(
        IReadOnlyList<CellRuns> cells, Outcome outcome, IReadOnlyDictionary<string, IReadOnlyList<string>> combined,
        double confidence)
    {
        var values = cells.Where(cell => cell.Values(outcome.Name) is not null)
            .ToDictionary(cell => cell.Name, cell => cell.Values(outcome.Name)!);
        var first = values.GetValueOrDefault(cells[0].Name);
        return new OutcomeComparison
        {
            Outcome = outcome,
            IsConstant = values.Values.SelectMany(each => each).Distinct().Count() <= 1,
            Answers =
            [
                .. values.Select(cell => new CellAnswer
                {
                    Cell = cell.Key,
                    Mean = CellSummary.MeanOf(outcome, cell.Value, confidence),
                    Replications = cell.Value.Count,
                    LessFirst = first is null || cell.Key == cells[0].Name ? null
                        : DifferenceOf(outcome, first, cell.Value, confidence),
                }),
            ],
            Combinations = first is null ? []
                : [
                    .. combined.Where(each => values.ContainsKey(each.Key) && each.Key != cells[0].Name && each.Value.Count > 1
                            && each.Value.All(part => part != cells[0].Name && values.ContainsKey(part)))
                        .Select(each => Combination.Of(
                            each.Key, each.Value, first, [.. each.Value.Select(part => values[part])], values[each.Key],
                            confidence)),
                ],
        };
    }

    /// <summary>The difference; of an outcome that is yes or no with the interval and the test of a difference of shares.</summary>
    private static PairedDifference DifferenceOf(
        Outcome outcome, IReadOnlyList<double> first, IReadOnlyList<double> second, double confidence)
    {
        var difference = PairedDifference.Of(first, second, confidence);
        if (outcome.Unit != OutcomeUnit.YesOrNo || difference.Pairs == 0)
        {
            return difference;
        }

        int Count(double left, double right) => first.Zip(second).Count(pair => pair == (left, right));
        return difference with
        {
            Difference = Shares.PairedDifference(Count(1, 1), Count(1, 0), Count(0, 1), Count(0, 0), confidence),
            ExactProbability = Shares.DisagreementProbability(Count(1, 0), Count(0, 1)),
        };
    }
}
