using Simulator.Analysis.Experiments;
using Simulator.Analysis.Statistics;
using Simulator.Cli.Sweeps;

namespace Simulator.Cli.Views;

/// <summary>A finished cell of a sweep as JSON.</summary>
internal static class SweepJson
{
    internal static object Of(SweepRows rows)
    {
        var runs = rows.Runs();
        return new
        {
            Cell = rows.Cell.Name,
            rows.Cell.Variant,
            Settings = rows.Cell.Settings.ToDictionary(),
            Replications = rows.Count,
            Failed = rows.Ended.Where(each => each.Failure is not null).Select(each => new { Replication = each.Number, each.Failure }),
            rows.Ending,
            Outcomes = runs.Outcomes.Select(outcome =>
            {
                var summary = CellSummary.Of(runs, outcome);
                return new
                {
                    outcome.Name,
                    Unit = SweepTables.Words(outcome.Unit),
                    Answered = summary.Mean.Count,
                    Mean = Of(summary.Mean),
                    Median = Of(summary.Median),
                    Q05 = Of(summary.Low),
                    Q95 = Of(summary.High),
                    Deviation = Figures.Json(summary.Deviation),
                };
            }),
        };
    }

    internal static object Of(Estimate estimate) => new
    {
        Value = Figures.Json(estimate.Value),
        Low = Figures.Json(estimate.Low),
        High = Figures.Json(estimate.High),
    };
}
