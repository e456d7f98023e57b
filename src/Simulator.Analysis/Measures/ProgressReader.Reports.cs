using Simulator.Kernel.Journal;

namespace Simulator.Analysis.Measures;

/// <summary>What the reports of others add up to.</summary>
public sealed partial class ProgressReader
{
    /// <summary>A report counts once it is registered, and no longer when the body has closed.</summary>
    private void TakeReport(BodyProgress own, in Entry report)
    {
        if (own.ClosedAt < 0)
        {
            var before = own.Figures?.GetValueOrDefault(model.IndexOf(report.CauseBody)) ?? default;
            own.ReportedBodies += report.A - before.A;
            own.ReportedComplied += report.B - before.B;
            if (model.Directives[roots[report.Root]].Periodic is not null)
            {
                own.Figures ??= [];
                own.Figures[model.IndexOf(report.CauseBody)] = default;
            }
        }
    }

    /// <summary>Newer periodic figures take the place of older ones, and none come after the last report.</summary>
    private void TakeFigures(BodyProgress own, in Entry report)
    {
        own.Figures ??= [];
        var sender = model.IndexOf(report.CauseBody);
        var isKnown = own.Figures.TryGetValue(sender, out var before);
        if (own.ClosedAt < 0 && (!isKnown || (before.Kind != EntryKind.None && before.Item < report.Item)))
        {
            own.ReportedBodies += report.A - before.A;
            own.ReportedComplied += report.B - before.B;
            own.Figures[sender] = report;
        }
    }
}
