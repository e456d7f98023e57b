using Simulator.Analysis.Experiments;
using Simulator.Analysis.Outcomes;
using Simulator.Analysis.Statistics;
using Simulator.Cli.Sweeps;
using Simulator.Cli.Views;
using Simulator.Cli.Words;

namespace Simulator.Cli.Reports;

/// <summary>One outcome of a sweep: each cell with its interval, differences from the first, best first, and what values do.</summary>
/// <param name="subject">The sweep.</param>
/// <param name="compared">The outcome.</param>
/// <param name="number">The number of the section.</param>
internal sealed class OutcomeSection(SweepSubject subject, OutcomeComparison compared, int number)
{
    private Language Language => subject.Language;

    private Outcome Outcome => compared.Outcome;

    internal Section Make() => new(
        $"outcome-{number}", Outcome.Name,
        [
            .. Words(), Cells(), .. Differences(), .. Effects(),
        ]);

    private IEnumerable<IBlock> Words()
    {
        string[] all = [.. new CompareWords(subject.Comparison, compared, Language, subject.Name).Sentences()];
        return all.Length == 0 ? [] : [new Sentences([.. all.Take(8)])];
    }

    private Chart Cells()
    {
        var all = subject.Cells.Select(cell => CellSummary.Of(cell, Outcome)).ToList();
        var shown = all.Take(SweepSubject.MostCells).ToList();
        string Text(double value) => Language.Figure(Figures.Text(Outcome, value));
        var isProportion = Outcome.Unit == OutcomeUnit.YesOrNo; // of which quantiles say nothing
        return new Chart(
            $"outcome-{number}-cells", Language.In("Mean of each cell with its 95% interval",
                "Trung bình mỗi phương án và khoảng tin cậy 95%"),
            string.Join("; ", shown.Take(4).Select(each => $"{subject.Name(each.Cell)} {Text(each.Mean.Value)}"))
                + (shown.Count > 4 ? "; …" : "."),
            new RangesFigure
            {
                Axis = Axis(Outcome),
                Range = Language.In("95% interval", "khoảng tin cậy 95%"),
                Middle = Language.In("mean", "trung bình"),
                Rows = [.. shown.Select(each => Row(subject.Name(each.Cell), each.Mean))],
            },
            new DataTable(
                Language.In("Cells", "Các phương án"),
                [
                    new Column(Language.In("cell", "phương án")), Column.Number(Language.In("answered", "có kết quả")),
                    Column.Number(Language.In("mean", "trung bình")), Column.Number(Language.In("95% interval", "khoảng tin cậy 95%")),
                    .. isProportion ? Array.Empty<Column>()
                        : [Column.Number("5 %"), Column.Number(Language.In("median", "trung vị")), Column.Number("95 %")],
                ],
                [
                    .. shown.Select(each => (IReadOnlyList<string>)
                    [
                        subject.Name(each.Cell), $"{each.Mean.Count} / {each.Replications}", Text(each.Mean.Value),
                        Language.Figure(Figures.Interval(Outcome, each.Mean)),
                        .. isProportion ? Array.Empty<string>()
                            : [Text(each.Quantile(0.05)), Text(each.Quantile(0.5)), Text(each.Quantile(0.95))],
                    ]),
                ])
            {
                Note = shown.Count == all.Count ? "" : Language.In(
                    $"The first {shown.Count} of {all.Count} cells; cells.csv has all.",
                        $"{shown.Count} phương án đầu trên {all.Count}; cells.csv có đủ."),
            });
    }

    /// <summary>The others less the first, best first.</summary>
    private IEnumerable<IBlock> Differences()
    {
        var ranked = compared.Ranked.Where(answer => answer.LessFirst is { Pairs: >= 2 }).Take(SweepSubject.MostCells).ToList();
        if (ranked.Count == 0)
        {
            yield break;
        }

        var title = Language.In($"Difference from {subject.First}, best first", $"Chênh lệch so với {subject.First}, tốt nhất trước");
        yield return new Chart(
            $"outcome-{number}-differences", title,
            string.Join("; ", ranked.Take(4).Select(
                each => $"{subject.Name(each.Cell)} {Language.Figure(Figures.Signed(Outcome, each.LessFirst!.Difference.Value))}"))
                + (ranked.Count > 4 ? "; …" : "."),
            new RangesFigure
            {
                Axis = Axis(Outcome),
                Range = Language.In("95% interval", "khoảng tin cậy 95%"),
                Middle = Language.In("mean difference", "chênh lệch trung bình"),
                IsSigned = true,
                Rows = [.. ranked.Select(each => Row(subject.Name(each.Cell), each.LessFirst!.Difference))],
            },
            new DataTable(
                title,
                [
                    new Column(Language.In("cell", "phương án")), Column.Number(Language.In("difference", "chênh lệch")),
                    Column.Number(Language.In("95% interval", "khoảng tin cậy 95%")), new Column(Language.In("verdict", "kết luận")),
                ],
                [
                    .. ranked.Select(each => (IReadOnlyList<string>)
                    [
                        subject.Name(each.Cell), Language.Figure(Figures.Signed(Outcome, each.LessFirst!.Difference.Value)),
                        Language.Figure(Figures.SignedInterval(Outcome, each.LessFirst.Difference)), Said(each.Verdict),
                    ]),
                ])
            {
                Note = Language.In(
                    $"The verdicts are said for all {subject.Comparison.Comparisons} differences together (Holm); each "
                        + $"interval holds by itself.",
                    $"Kết luận tính chung cho cả {subject.Comparison.Comparisons} so sánh (Holm); mỗi khoảng tin cậy tính riêng."),
            });
    }

    private string Said(Verdict verdict) => verdict switch
    {
        Verdict.Better => Language.In("better", "tốt hơn"),
        Verdict.Worse => Language.In("worse", "kém hơn"),
        Verdict.Differs => Language.In("different", "khác"),
        Verdict.Same => Language.In("the same", "giống"),
        _ => Language.In("cannot be told yet", "chưa phân biệt được"),
    };

    /// <summary>What each value that was varied does.</summary>
    private IEnumerable<IBlock> Effects()
    {
        var kept = subject.Sweep.Manifest.Cells;
        if (kept.All(cell => cell.Settings.Count == 0) || !IsFactorial(kept))
        {
            yield break;
        }

        var effects = FactorEffect.Of(
                [.. kept.Zip(subject.Comparison.Cells, (cell, runs) => (cell.Variant, cell.Settings, runs))], Outcome)
            .Where(effect => effect.Effect is not { Value: 0, HalfWidth: 0 }).ToList();
        if (effects.Count > 0)
        {
            yield return new DataTable(
                Language.In("What each value does, less the first of its path",
                    "Mỗi giá trị làm thay đổi bao nhiêu so với giá trị đầu tiên"),
                [
                    new Column(Language.In("value", "giá trị")), Column.Number(Language.In("effect", "tác động")),
                    Column.Number(Language.In("95% interval", "khoảng tin cậy 95%")),
                ],
                [
                    .. effects.Select(effect => (IReadOnlyList<string>)
                    [
                        string.Join(Language.In(" with ", " cùng "), effect.Values)
                            + (effect.IsInteraction ? Language.In(", beyond adding up", ", ngoài phần cộng gộp") : ""),
                        Language.Figure(Figures.Signed(Outcome, effect.Effect.Value)),
                        Language.Figure(Figures.SignedInterval(Outcome, effect.Effect)),
                    ]),
                ]);
        }
    }

    /// <summary>Whether every combination of the values is there: only then is a value compared with another on equal terms.</summary>
    private static bool IsFactorial(IReadOnlyList<SweepManifest.KeptCell> cells) => cells.GroupBy(cell => cell.Variant).All(variant =>
        variant.SelectMany(cell => cell.Settings).GroupBy(setting => setting.Key)
            .Aggregate(1L, (product, path) => product * path.Select(setting => setting.Value).Distinct().Count()) == variant.Count());

    private string Axis(Outcome outcome) => outcome.Unit switch
    {
        OutcomeUnit.Share or OutcomeUnit.YesOrNo => "%",
        OutcomeUnit.Days => Language.In("days", "ngày"),
        OutcomeUnit.Hours => Language.In("working hours", "giờ làm việc"),
        OutcomeUnit.Bodies => Language.In("bodies", "số cơ quan"),
        _ => Language.In("papers", "số văn bản"),
    };

    private RangeRow Row(string name, Estimate estimate)
    {
        var factor = Outcome.Unit is OutcomeUnit.Share or OutcomeUnit.YesOrNo ? 100 : 1;
        double? Known(double value) => double.IsFinite(value) ? Math.Round(value * factor, 6) : null;
        return new RangeRow(name, Known(estimate.Low), Known(estimate.Value), Known(estimate.High));
    }
}
