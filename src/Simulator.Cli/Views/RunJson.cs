using Simulator.Analysis.Measures;
using Simulator.Analysis.Traces;
using Simulator.Cli.Runs;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Time;

namespace Simulator.Cli.Views;

/// <summary>The result of a run as JSON. Times are local ISO with offset, or null.</summary>
internal static class RunJson
{
    internal static object Of(RunReport report)
    {
        var axis = report.Model.Source.Axis;
        return new
        {
            report.Model.Source.Scenario,
            report.Model.Source.Variant,
            report.Options.Seed,
            report.Options.Replication,
            report.Engine,
            Bodies = report.Model.Bodies.Count,
            report.Result.Entries,
            Digest = report.Result.Digest.ToString(),
            EndedAt = axis.ToIso(report.Result.EndedAt),
            report.Folder,
            Fork = report.Fork is { } fork ? new { Of = fork.Digest, At = report.Iso(fork.At) } : null,
            report.Replications,
            Observed = report.Predictions.Select(each => new
            {
                each.Paper.Symbol,
                each.Paper.Implements,
                each.Paper.Body,
                Date = each.IsExact ? each.Paper.Earliest.Date.ToString() : null,
                Earliest = each.Paper.Earliest.Date.ToString(),
                Latest = each.Paper.Latest.Date.ToString(),
                Event = each.Paper.IsArrival ? "arrived" : "issued",
                Median = Iso(axis, each.Median),
                Low = Iso(axis, each.Low),
                High = Iso(axis, each.High),
                Percentile = report.IsOfBase ? each.Percentile : null,
                Inside = report.IsOfBase ? each.IsInside : (bool?)null,
                Happened = each.Happened,
            }),
            Directives = report.Measures.Select((each, root) => new
            {
                each.Directive.Source.Id,
                each.Directive.Source.Symbol,
                IssuedAt = report.IsIssued(each.Directive) ? report.Iso(each.Directive.Issued) : null,
                each.Addressed,
                each.Reached,
                each.Registered,
                each.Complied,
                each.ReportedComplied,
                each.TakenForNew,
                each.RemindersSent,
                each.Inspected,
                each.Resumed,
                MedianDelayHoursByLevel = each.MedianDelays.ToDictionary(
                    level => level.Level, level => Math.Round(level.Hours, 4)),
                ContentByLevel = each.ContentByLevel.Count == 0 ? null : each.ContentByLevel.ToDictionary(
                    level => level.Level, level => Math.Round(level.Share, 6)),
                TimeUsedByLevel = FlightLines.TimeUsedJson(report, root),
                InFlight = FlightLines.Json(report, root),
                Unheard = ChannelLines.Json(report, root),
                CompletedAt = each.CompletedAt < 0 ? null : report.Iso(each.CompletedAt),
                ReportedByLevel = ReportsView.Json(
                    report.ReportsByLevel(root)),
                FlashHoursByLevel = FlashNews.Read(report.Trace, root, report.Until).ByLevel(report.Trace)
                    .ToDictionary(level => level.Level, level => Math.Round(level.Hours, 4)),
                States = ReportsView.Json(
                    report.IsIssued(each.Directive)
                        ? StateCounts.ByLevel(report.Model, root, report.Progress[root], report.Until) : []),
            }),
            Interventions = DirectorReader.Read(report.Trace).Select(each => new
            {
                each.Intervention.Source.Id,
                What = each.Kind == EntryKind.Intervened ? "began" : "ended",
                At = report.Iso(each.At),
                Condition = each.Kind == EntryKind.Intervened ? each.Intervention.Source.When?.Text : null,
                InState = IsConditional(each) ? each.InState : (int?)null,
                Among = IsConditional(each) ? each.Among : (int?)null,
                Restructured = each.Reform,
            }),
            Goals = report.Goals.Select(each => new
            {
                Goal = each.Goal.Text,
                Directive = each.IsTogether ? each.Directive.Source.Series : each.Directive.Source.Id,
                Met = each.IsMet,
                LeftOut = each.IsTogether ? each.LeftOut : (int?)null,
                each.Among,
                each.InState,
                Share = each.Among == 0 ? (double?)null : Math.Round(each.Share, 6),
                Minutes = each.Minutes is { } minutes ? Math.Round(minutes, 4) : (double?)null,
                ReachedAt = each.ReachedAt < 0 ? null : report.Iso(each.ReachedAt),
            }),
        };
    }

    private static bool IsConditional(DirectorDoing doing) =>
        doing.Kind == EntryKind.Intervened && doing.Intervention.Source.When is not null;

    private static string? Iso(TimeAxis axis, CivilTime? time) =>
        time is { } known ? axis.ToIso(axis.ToTick(known)) : null;
}
