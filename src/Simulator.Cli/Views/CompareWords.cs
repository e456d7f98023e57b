using Simulator.Analysis.Experiments;
using Simulator.Analysis.Outcomes;
using Simulator.Analysis.Statistics;
using Simulator.Cli.Commands;
using Simulator.Cli.Words;

namespace Simulator.Cli.Views;

/// <summary>What a comparison says of one outcome, in sentences: what is better, by how much, and what cannot be told yet.</summary>
/// <param name="comparison">The whole comparison.</param>
/// <param name="compared">The outcome.</param>
/// <param name="asked">In which language; <c>null</c>: English.</param>
/// <param name="called">What a cell is called here; <c>null</c>: by its name.</param>
internal sealed class CompareWords(
    Comparison comparison, OutcomeComparison compared, Language? asked = null, Func<string, string>? called = null)
{
    private readonly Language language = asked ?? Language.Of("en");

    private string First => Called(comparison.Cells[0].Name);

    /// <summary>Best first; then what variants do together, and what was left out.</summary>
    internal IReadOnlyList<string> Sentences() =>
    [
        .. compared.Ranked.Where(answer => answer.Verdict is Verdict.Better or Verdict.Worse or Verdict.Differs).Select(Apart),
        .. Same(),
        .. compared.Answers.Where(answer => answer.Verdict == Verdict.NotToldApart).Select(NotYet),
        .. compared.Combinations
            .Where(each => each.Together.Count > 0 && each.Alone.Append(each.Together).Any(part => part is not { Value: 0,
                HalfWidth: 0 }))
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
            Verdict.Better => language.In("is better than", "tốt hơn"),
            Verdict.Worse => language.In("is worse than", "kém hơn"),
            _ => language.In("differs from", "khác"),
        };
        var isAlways = answer.LessFirst.Deviation <= 1e-9 * Math.Abs(less.Value); // but for rounding
        return $"{Called(answer.Cell)} {how} {First}: {Size(less.Value)} {Way(less.Value)}"
            + (isAlways ? language.In(", always.", ", lần nào cũng vậy.") : $" ({Between(less)}).");
    }

    private IEnumerable<string> Same()
    {
        var same = compared.Answers.Where(answer => answer.Verdict == Verdict.Same).Select(answer => Called(answer.Cell)).ToList();
        return same.Count == 0 ? [] :
        [
            language.In(
                $"{Listed(same)} {(same.Count == 1 ? "is" : "are")} as {First} in every replication.",
                $"{Names(same)} giống {First} trong mọi lần lặp."),
        ];
    }

    private string NotYet(CellAnswer answer)
    {
        var (less, cell) = (answer.LessFirst!, Called(answer.Cell));
        var seen = language.In($"{cell} cannot be told from {First} yet: ", $"Chưa phân biệt được {cell} với {First}: ")
            + Signed(less.Difference.Value)
            + (less.Difference.HasInterval ? $", {Interval(less.Difference)}" : "")
            + (less.IsToldApart
                ? language.In(
                    $", clear alone, but not among {comparison.Comparisons} differences",
                    $", xét riêng thì rõ, nhưng trong {comparison.Comparisons} so sánh thì chưa")
                : "");
        return RunsToTell(less, comparison) is { } runs
            ? seen + language.In(
                $"; some {language.Count(runs)} replications would tell a difference of that size.",
                $"; cần khoảng {language.Count(runs)} lần lặp để thấy chênh lệch cỡ đó.")
            : $"{seen}.";
    }

    private string Together(Combination combination)
    {
        var (cell, parts) = (Called(combination.Cell), Names([.. combination.Parts.Select(Called)]));
        var (sum, together) = (Signed(combination.Alone.Sum(part => part.Value)), Signed(combination.Together.Value));
        var what = language.In(
            $"{cell}: {parts} alone add up to {sum}, together they come to {together}",
            $"{cell}: riêng {parts} cộng lại là {sum}, cùng lúc là {together}");
        return combination.Beyond is { HalfWidth: 0, Value: 0 }
            ? what + language.In(": they do not touch each other.", ": không ảnh hưởng lẫn nhau.")
            : combination.Beyond.Covers(0)
            ? what + language.In(": no interaction can be told", ": chưa thấy tương tác")
                + $" ({Between(combination.Beyond, signed: true)})."
            : what + language.In(": an interaction of ", ": tương tác ")
                + $"{Signed(combination.Beyond.Value)} ({Between(combination.Beyond, signed: true)}).";
    }

    private IEnumerable<string> LeftOut() => compared.Answers
        .Where(answer => answer.Mean.Count < answer.Replications)
        .GroupBy(answer => (answer.Mean.Count, answer.Replications))
        .Select(group => language.In(
            $"In {group.Key.Replications - group.Key.Count} of {group.Key.Replications} replications "
            + $"{Listed(CalledOf(group))} {(group.Count() == 1 ? "has" : "have")} no answer: pairs with one of "
            + "these are left out, and the mean is of those that got there.",
            $"Trong {group.Key.Replications - group.Key.Count} trên {group.Key.Replications} lần lặp, "
            + $"{Names(CalledOf(group))} không có kết quả: các cặp đó bị loại, trung bình chỉ tính những lần "
            + "có kết quả."));

    private IReadOnlyList<string> CalledOf(IEnumerable<CellAnswer> answers) => [.. answers.Select(answer => Called(answer.Cell))];

    private string Called(string cell) => called?.Invoke(cell) ?? cell;

    private string Size(double value) => language.Figure(Figures.Size(compared.Outcome, value));

    private string Signed(double value) => language.Figure(Figures.Signed(compared.Outcome, value));

    private string Interval(Estimate estimate) => language.Figure(Figures.SignedInterval(compared.Outcome, estimate));

    private string Names(IReadOnlyList<string> names) => language.Code == "en" ? Listed(names) : new ReportWords(language).Listed(names);

    private string Way(double value) => compared.Outcome.Unit is OutcomeUnit.Days or OutcomeUnit.Hours
        ? value < 0 ? language.In("sooner", "sớm hơn") : language.In("later", "muộn hơn")
        : value < 0 ? language.In("less", "ít hơn") : language.In("more", "nhiều hơn");

    private string Between(Estimate estimate, bool signed = false)
    {
        if (signed)
        {
            return Interval(estimate);
        }

        var (near, far) = estimate.Value < 0 ? (estimate.High, estimate.Low) : (estimate.Low, estimate.High);
        return Math.Sign(near) == Math.Sign(far)
            ? language.In($"{Size(near)} to {Size(far)}", $"từ {Size(near)} đến {Size(far)}")
            : Interval(estimate);
    }

    internal static string Listed(IReadOnlyList<string> names) =>
        names.Count == 1 ? names[0] : $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}";
}
