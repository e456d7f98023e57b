using Simulator.Analysis.Hindcast;
using Simulator.Cli.Views;
using Simulator.Cli.Words;
using Simulator.Kernel.Time;

namespace Simulator.Cli.Reports;

/// <summary>What replications predict for the papers that are known, beside what really happened.</summary>
/// <param name="subject">The run.</param>
/// <param name="predictions">One for each known paper; at least one.</param>
/// <param name="isOfBase">Whether the run is of the scenario as it stands, which alone can be held against real dates.</param>
internal sealed class HindcastSection(RunSubject subject, IReadOnlyList<PaperPrediction> predictions, bool isOfBase)
{
    private Language Language => subject.Language;

    internal Section Make()
    {
        var runs = Language.Count(predictions[0].Replications);
        return new Section(
            $"{subject.Prefix}hindcast", Language.In("Predicted and observed", "Dự đoán và thực tế"),
            [Bands(runs), .. isOfBase ? Array.Empty<IBlock>() : [new Sentences(Language.In(
                "The real dates are of the scenario as it stands. This run is of another, and is not held against them.",
                "Ngày thật ứng với kịch bản gốc. Lần chạy này khác kịch bản gốc nên không so với ngày thật."))]]);
    }

    private Chart Bands(string runs)
    {
        var known = predictions.Where(each => each.Happened > 0).ToList();
        var origin = known.Select(each => each.Low!.Value.Date).Concat(known.Select(each => each.Paper.Earliest.Date))
            .DefaultIfEmpty(predictions[0].Paper.Earliest.Date).MinBy(date => date.DayNumber);
        double Days(CivilTime time) => Math.Round((time.Minutes / 1440.0) - origin.DayNumber, 4);
        return new Chart(
            $"{subject.Prefix}hindcast-papers",
            Language.In($"What {runs} runs predict for the papers that are known", $"{runs} lần chạy dự đoán cho các văn bản đã biết"),
            string.Join(" ", predictions.Select(InWords)),
            new RangesFigure
            {
                Axis = Language.In("date", "ngày"),
                Range = Language.In("90% of the runs", "khoảng 90% số lần chạy"),
                Middle = Language.In("median", "trung vị"),
                Mark = Language.In("real date", "ngày thật"),
                Origin = origin.ToString(),
                Rows =
                [
                    .. predictions.Select(each => new RangeRow(
                        Name(each), each.Low is { } low ? Days(low) : null, each.Median is { } median ? Days(median) : null,
                        each.High is { } high ? Days(high) : null,
                        // The day is known and not the hour: its middle.
                        each.IsExact ? Math.Round(each.Paper.Earliest.Date.DayNumber - origin.DayNumber + 0.5, 4) : null)),
                ],
            },
            new DataTable(
                Language.In("Predicted and real dates", "Ngày dự đoán và ngày thật"),
                [
                    new Column(Language.In("paper", "văn bản")), new Column(Language.In("real date", "ngày thật")),
                    new Column(Language.In("median", "trung vị")), new Column(Language.In("90% band", "khoảng 90%")),
                    Column.Number(Language.In("percentile", "bách phân vị")), new Column(Language.In("where it lies", "vị trí")),
                ],
                [
                    .. predictions.Select(each => (IReadOnlyList<string>)
                    [
                        Name(each), HindcastLines.Real(each), each.Median?.ToString().Replace('T', ' ') ?? "-",
                        each.Low is null ? "-" : $"{each.Low?.Date} .. {each.High?.Date}",
                        isOfBase && each.Percentile is { } percentile ? percentile.ToString("0", Numbers.Of(Language)) : "-",
                        HindcastLines.Verdict(each, isOfBase, Language),
                    ]),
                ]));
    }

    private static string Name(PaperPrediction prediction) =>
        (prediction.Paper.Symbol ?? prediction.Paper.Body) + (prediction.Paper.IsArrival ? " →" : "");

    private string InWords(PaperPrediction each) => each.Low is null
        ? Language.In($"{Name(each)} never happened in these runs.", $"{Name(each)} không xảy ra trong các lần chạy.")
        : Language.In(
            $"{Name(each)}: really {HindcastLines.Real(each)}, predicted {each.Low?.Date} to {each.High?.Date}.",
            $"{Name(each)}: thực tế {HindcastLines.Real(each)}, dự đoán từ {each.Low?.Date} đến {each.High?.Date}.");
}
