using System.Globalization;
using Simulator.Analysis.Experiments;
using Simulator.Analysis.Outcomes;
using Simulator.Analysis.Statistics;
using Simulator.Cli.Commands;

namespace Simulator.Cli.Views;

/// <summary>What a comparison says of one outcome, in sentences: what is better, by how much, and what cannot be told yet.</summary>
internal sealed class CompareWords(Comparison comparison, OutcomeComparison compared)
{
    private string First => comparison.Cells[0].Name;

    /// <summary>Best first; then what variants do together, and what was left out.</summary>
    internal IReadOnlyList<string> Sentences() =>
    [
        .. compared.Ranked.Where(answer => answer.Verdict is Verdict.Better or Verdict.Worse or Verdict.Differs).Select(Apart),
        .. Same(),
        .. compared.Answers.Where(answer => answer.Verdict == Verdict.NotToldApart).Select(NotYet),
        .. compared.Combinations
            .Where(each => each.Together.Count > 0 && each.Alone.Append(each.Together).Any(part => part is not { Value: 0, HalfWidth: 0 }))
            .Select(Together),
        .. LeftOut(),
    ];

    /// <summary>
    /// How many replications would tell a difference of this size four times of five, among as many comparisons as there are
    /// here; <c>null</c>: no number that can be said.
    /// </summary>
    internal static int? RunsToTell(PairedDifference less, Comparison comparison)
    {
        if (less.AllEqual || less.Pairs < 2)
        {
            return null;
        }

        var each = ManyComparisons.ConfidenceOfEach(comparison.Confidence, comparison.Comparisons);
        var pairs = RunsNeeded.ForDifference(less.Difference.Value, less.Deviation, each);
        // Of all replications only some are pairs.
        var runs = (double)pairs * (less.Pairs + less.LeftOut) / less.Pairs;
        return pairs == RunsNeeded.Countless || runs > ExperimentSettings.MostReplications ? null : (int)Math.Ceiling(runs);
    }

    private string Apart(CellAnswer answer)
    {
        var less = answer.LessFirst!.Difference;
        var how = answer.Verdict switch
        {
            Verdict.Better => "is better than",
            Verdict.Worse => "is worse than",
            _ => "differs from",
        };
        var isAlways = answer.LessFirst.Deviation <= 1e-9 * Math.Abs(less.Value); // but for rounding
        return $"{answer.Cell} {how} {First}: {Size(less.Value)} {Way(less.Value)}"
            + (isAlways ? ", always." : $" ({Between(less)}).");
    }

    private IEnumerable<string> Same()
    {
        var same = compared.Answers.Where(answer => answer.Verdict == Verdict.Same).Select(answer => answer.Cell).ToList();
        return same.Count == 0 ? [] : [$"{Listed(same)} {(same.Count == 1 ? "is" : "are")} as {First} in every replication."];
    }

    private string NotYet(CellAnswer answer)
    {
        var less = answer.LessFirst!;
        var seen = $"{answer.Cell} cannot be told from {First} yet: {Figures.Signed(compared.Outcome, less.Difference.Value)}"
            + (less.Difference.HasInterval ? $", {Figures.SignedInterval(compared.Outcome, less.Difference)}" : "")
            + (less.IsToldApart ? $", clear alone, but not among {comparison.Comparisons} differences" : "");
        return RunsToTell(less, comparison) is { } runs
            ? string.Create(CultureInfo.InvariantCulture, $"{seen}; some {runs:N0} replications would tell a difference of that size.")
            : $"{seen}.";
    }

    private string Together(Combination combination)
    {
        var parts = Listed(combination.Parts);
        var sum = combination.Alone.Sum(part => part.Value);
        var what = $"{combination.Cell}: {parts} alone add up to {Figures.Signed(compared.Outcome, sum)}, together they come to "
            + $"{Figures.Signed(compared.Outcome, combination.Together.Value)}";
        return combination.Beyond is { HalfWidth: 0, Value: 0 } ? $"{what}: they do not touch each other."
            : combination.Beyond.Covers(0) ? $"{what}: no interaction can be told ({Between(combination.Beyond, signed: true)})."
            : $"{what}: an interaction of {Figures.Signed(compared.Outcome, combination.Beyond.Value)} "
                + $"({Between(combination.Beyond, signed: true)}).";
    }

    private IEnumerable<string> LeftOut() => compared.Answers
        .Where(answer => answer.Mean.Count < answer.Replications)
        .GroupBy(answer => (answer.Mean.Count, answer.Replications))
        .Select(group => $"In {group.Key.Replications - group.Key.Count} of {group.Key.Replications} replications "
            + $"{Listed([.. group.Select(answer => answer.Cell)])} {(group.Count() == 1 ? "has" : "have")} no answer: pairs with one of "
            + "these are left out, and the mean is of those that got there.");

    private string Size(double value) => Figures.Size(compared.Outcome, value);

    private string Way(double value) => compared.Outcome.Unit is OutcomeUnit.Days or OutcomeUnit.Hours
        ? value < 0 ? "sooner" : "later"
        : value < 0 ? "less" : "more";

    private string Between(Estimate estimate, bool signed = false)
    {
        if (signed)
        {
            return Figures.SignedInterval(compared.Outcome, estimate);
        }

        var (near, far) = estimate.Value < 0 ? (estimate.High, estimate.Low) : (estimate.Low, estimate.High);
        return Math.Sign(near) == Math.Sign(far)
            ? $"{Size(near)} to {Size(far)}"
            : Figures.SignedInterval(compared.Outcome, estimate);
    }

    internal static string Listed(IReadOnlyList<string> names) =>
        names.Count == 1 ? names[0] : $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}";
}
