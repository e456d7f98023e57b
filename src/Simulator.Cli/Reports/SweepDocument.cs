using Simulator.Analysis.Experiments;
using Simulator.Analysis.Outcomes;
using Simulator.Cli.Sweeps;
using Simulator.Cli.Words;

namespace Simulator.Cli.Reports;

/// <summary>The report of a sweep: cells with intervals, and what differs from the first.</summary>
/// <param name="request">What is asked for.</param>
internal sealed class SweepDocument(ReportRequest request)
{
    private Language Language => request.Language;

    internal ReportDocument Make(string path)
    {
        var sweep = KeptSweep.Read(path);
        var subject = new SweepSubject(sweep, Language);
        var (cells, runs) = (Language.Count(sweep.Cells.Count), Language.Count(sweep.Cells.Sum(cell => cell.Rows.Count)));
        return new ReportDocument
        {
            Language = Language,
            Title = request.Title ?? sweep.Manifest.Scenario,
            Over = Language.In("Report of a sweep", "Báo cáo một loạt phương án mô phỏng"),
            Under = Language.In(
                $"{cells} cells, {runs} runs, seed {sweep.Manifest.Seed}",
                    $"{cells} phương án, {runs} lần chạy, seed {sweep.Manifest.Seed}"),
            Sections =
            [
                new SweepSummarySection(subject).Make(),
                .. subject.Outcomes.Select((outcome, place) => new OutcomeSection(subject, outcome, place + 1).Make()),
                .. new ConstantsSection(subject).Make() is { } constants ? [constants] : Array.Empty<Section>(),
            ],
            Foot =
            [
                Language.In(
                    $"Made from a sweep of {sweep.Manifest.Scenario}, played by version {sweep.Manifest.Program}; every "
                        + $"interval holds at 95 %.",
                    $"Lập từ loạt chạy {sweep.Manifest.Scenario}, phiên bản {sweep.Manifest.Program}; mọi khoảng tin cậy ở mức 95 %."),
            ],
        };
    }
}
