using Simulator.Kernel.Compilation;
using Simulator.Kernel.Conduct;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Time;
using Simulator.Scenarios.Format;
using Simulator.Scenarios.Organisation;
using Simulator.Scenarios.Reading;
using Simulator.Scenarios.Units;

namespace Simulator.Scenarios.Directives;

/// <summary>Reads the periodic and the flash reports that a directive asks for.</summary>
internal sealed class ReportDutyReader(Draft draft)
{
    /// <summary>The periodic reports; <c>null</c>: none, or none that can be understood.</summary>
    /// <param name="map">What stands under <c>periodic</c>.</param>
    /// <param name="issued">When the directive is issued.</param>
    public PeriodicReport? Periodic(MapNode? map, Tick? issued)
    {
        if (map is null || map.Scalar("figures") is not { } figures || map.Map("due") is not { } due
            || ReportDutyFormat.HourOf(figures.Text) is not { } hour)
        {
            return null;
        }

        var rule = new PeriodicReport
        {
            Every = Every(map.Scalar("every")),
            Figures = hour,
            Due = Due(figures, due),
            WorkingDaysOnly = map.IsTrue("working-days-only"),
            First = DateOf(map.Scalar("first")),
            Until = DateOf(map.Scalar("until")),
        };
        CheckDays(rule, map, issued);
        return rule;
    }

    /// <summary>The events to be reported at once; <c>null</c>: none.</summary>
    public FlashReport? Flash(MapNode? map)
    {
        if (map is null)
        {
            return null;
        }

        var (kinds, ids) = (new List<EventKind>(), new List<string>());
        string[] declared = [.. draft.Root.Maps("events").Select(each => each.Text("id")).OfType<string>()];
        string[] names = [.. EventFormat.Kinds.Select(each => each.Name)];
        foreach (var node in map["on"].Scalars())
        {
            if (Array.IndexOf(names, node.Text) is >= 0 and var kind)
            {
                kinds.Add(EventFormat.Kinds[kind].Kind);
            }
            else if (draft.Known(node, "event", [.. names, .. declared]) is { } id)
            {
                ids.Add(id);
            }
        }

        int urgency = OfficeFormat.Urgencies.ToList().IndexOf(map.Text("urgency") ?? "express");
        return new FlashReport
        {
            Kinds = kinds,
            Events = ids,
            Urgency = urgency < 0 ? Urgency.Express : (Urgency)urgency,
        };
    }

    private TickSpan Every(ScalarNode? node)
    {
        int minutes = node is null ? CivilTime.MinutesPerDay
            : SpanText.Parse(node.Text, SpanUnits.Elapsed).Amount?.WholeMinutes(0) ?? CivilTime.MinutesPerDay;
        if (minutes % CivilTime.MinutesPerDay == 0 && minutes > 0)
        {
            return new TickSpan(minutes);
        }

        draft.Problems.Error(node!.Place, $"Reports are whole days apart, and {node.Text} is not.", "Write 1d or 7d.");
        return TickSpan.FromDays(1);
    }

    /// <summary>Up from the lowest level, each hour after the one before.</summary>
    private Dictionary<string, int> Due(ScalarNode figures, MapNode due)
    {
        var known = due.Entries.Where(entry => draft.Known(entry.Key, "level", draft.Levels) is not null)
            .ToDictionary(entry => entry.Key.Text, entry => entry.Value, StringComparer.Ordinal);
        var hours = new Dictionary<string, int>(StringComparer.Ordinal);
        var (before, below) = (ReportDutyFormat.HourOf(figures.Text)!.Value, "the figures are closed");
        foreach (string level in draft.Levels.Reverse())
        {
            if (known.GetValueOrDefault(level) is not ScalarNode node
                || ReportDutyFormat.HourOf(node.Text) is not { } hour)
            {
                continue;
            }

            if (hour <= before)
            {
                draft.Problems.Error(
                    node.Place, $"The reports of '{level}' are due at {node.Text}, not later than {below}.",
                    "Each level closes its figures when those of the level below are due: let the hours rise.");
            }

            (hours[level], before, below) = (hour, hour, $"those of '{level}'");
        }

        return hours;
    }

    private void CheckDays(PeriodicReport rule, MapNode map, Tick? issued)
    {
        if (issued is not { } tick || !draft.KnowsTime)
        {
            return;
        }

        var first = rule.First ?? draft.Axis.ToCivil(tick).Date;
        var end = draft.Axis.Start.AddMinutes(draft.Until.Minutes).Date;
        var last = rule.Until ?? end;
        var place = (map.Scalar("until") ?? map.Scalar("first"))?.Place ?? map.Place;
        if (rule.Until is { } until && until < first)
        {
            draft.Problems.Error(place, $"The reports end on {until}, before the first, on {first}.");
        }
        else if ((last.DayNumber - first.DayNumber) / (rule.Every.Minutes / CivilTime.MinutesPerDay)
            >= CompiledPeriodic.MostReports)
        {
            draft.Problems.Error(
                place, $"From {first} to {last} there would be more than {CompiledPeriodic.MostReports} reports.",
                "Let them end earlier with 'until', or be further apart with 'every'.");
        }
    }

    private static CivilDate? DateOf(ScalarNode? node) =>
        node is not null && CivilDate.TryParse(node.Text, out var date) ? date : null;
}
