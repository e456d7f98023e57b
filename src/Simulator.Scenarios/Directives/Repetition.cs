using System.Globalization;
using Simulator.Kernel.Time;
using Simulator.Scenarios.Composition;
using Simulator.Scenarios.Format;
using Simulator.Scenarios.Problems;
using Simulator.Scenarios.Reading;
using Simulator.Scenarios.Units;

namespace Simulator.Scenarios.Directives;

/// <summary>
/// A directive that is issued again and again is written once and stands for as many: <c>task-1</c>, <c>task-2</c>, …, each
/// so much later than the one before. Its dates move along, its lengths of time stay. What is set (<c>directives.task.due</c>)
/// is set before, and for all of them.
/// </summary>
internal static class Repetition
{
    /// <summary>The scenario with each directive in place of those that are written once.</summary>
    public static MapNode Expand(MapNode scenario, ProblemList problems)
    {
        if (scenario["directives"] is not ListNode list
            || !list.Items.OfType<MapNode>().Any(map => IsRepeated(map) || map[RepetitionFormat.Times] is not null))
        {
            return scenario;
        }

        long count = list.Items.Sum(item => (long)((item as MapNode).Whole(RepetitionFormat.Times) ?? 1));
        if (count > RepetitionFormat.MostDirectives)
        {
            problems.Error(list.Place,
                FormattableString.Invariant($"There are {count} directives with those that are issued again and again; ")
                    + FormattableString.Invariant($"{RepetitionFormat.MostDirectives} are the most."),
                "Issue fewer, with more assignments each.");
            return scenario;
        }

        var series = list.Items.OfType<MapNode>().Where(map => IsRepeated(map) && map.Text("id") is not null).ToList();
        var all = list.Items.Where(item => !IsTaken(item, series, problems))
            .SelectMany(item => item is MapNode map ? Each(map, EndOf(scenario), problems) : [item]).ToList();
        return scenario.With(new ScalarNode(list.Place, "directives"), new ListNode(list.Place, all));
    }

    /// <summary>The id under which a directive is written that stands for this one and others; <c>null</c>: it stands for itself.</summary>
    public static string? SeriesOf(MapNode directive) =>
        IsRepeated(directive) && directive.Text("id") is { } id && id.LastIndexOf('-') is > 0 and var end ? id[..end] : null;

    private static bool IsRepeated(MapNode map) => map[RepetitionFormat.Every] is not null;

    /// <summary>Whether a directive has the id of another that stands for several, or of one of those.</summary>
    private static bool IsTaken(Node item, List<MapNode> series, ProblemList problems)
    {
        if (item is not MapNode map || map.Scalar("id") is not { } id)
        {
            return false;
        }

        foreach (var other in series.Where(other => other != map))
        {
            if (id.Text == other.Text("id") && (!IsRepeated(map) || series.IndexOf(map) > series.IndexOf(other)))
            {
                problems.Error(id.Place, $"There is a directive {id.Description} already, which is issued again and again.",
                    "Ids are there once.");
                return true;
            }

            if (Numbers(id.Text, other))
            {
                problems.Error(id.Place,
                    $"'{id.Text}' is one of those for which the directive '{other.Text("id")}' stands, issued again and again.",
                    "Give it another id.");
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether an id is that of a series with one of its numbers.</summary>
    private static bool Numbers(string id, MapNode series) =>
        id.LastIndexOf('-') is > 0 and var end && id[..end] == series.Text("id")
        && int.TryParse(id[(end + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number > 0 && number <= series.Whole(RepetitionFormat.Times) && id[end + 1] != '0';

    private static List<Node> Each(MapNode map, CivilTime? end, ProblemList problems)
    {
        var (every, times) = (map.Scalar(RepetitionFormat.Every), map.Scalar(RepetitionFormat.Times));
        if (every is null && times is null)
        {
            return [map];
        }

        if (every is null || times is null)
        {
            problems.Error((every ?? times)!.Place,
                $"'{RepetitionFormat.Every}' and '{RepetitionFormat.Times}' go together.",
                $"Write both: {RepetitionFormat.Every}: 14d, {RepetitionFormat.Times}: 26.");
            return [map];
        }

        if (map.Text("issued") == DirectiveFormat.ByIntervention)
        {
            problems.Error(every.Place, "What an intervention issues is issued once.",
                "Declare a directive for each intervention, or say when the first one is issued.");
            return [map];
        }

        // Whatever cannot be read, or is issued after the end, is told where the directive is read.
        if (end is not { } last || map.Scalar("id") is not { } id || map.Whole(RepetitionFormat.Times) is not (> 0 and var all)
            || SpanText.Parse(every.Text, SpanUnits.Elapsed).Amount?.WholeMinutes(0) is not (> 0 and var step)
            || !CivilTime.TryParse(map.Text("issued") ?? "", out var first) || first > last)
        {
            return [map];
        }

        int fitting = (int)Math.Min(all, ((last.Minutes - first.Minutes) / step) + 1);
        if (fitting < all)
        {
            problems.Error(times.Place,
                FormattableString.Invariant($"Of {all} only {fitting} are issued before the scenario ends, at {last}."),
                "Issue it fewer times or more often, or change 'until'.");
        }

        try
        {
            return [.. Enumerable.Range(1, fitting).Select(number => Copy(map, id, number, step))];
        }
        catch (OverflowException)
        {
            problems.Error(every.Place, "A date in the last of them lies beyond the years 1 to 9999.",
                "Write a length of time in place of the date.");
            return [map];
        }
    }

    private static MapNode Copy(MapNode map, ScalarNode id, int number, int step) =>
        Shift.OfDirective(map, step * (number - 1)).With(
            new ScalarNode(id.Place, "id"),
            new ScalarNode(id.Place, string.Create(CultureInfo.InvariantCulture, $"{id.Text}-{number}")));

    /// <summary>When the scenario ends; <c>null</c>: what is said of it cannot be read.</summary>
    private static CivilTime? EndOf(MapNode scenario)
    {
        try
        {
            return CivilTime.TryParse(scenario.Text("start") ?? "", out var start)
                && SpanText.Parse(scenario.Text("until") ?? "", SpanUnits.Elapsed).Amount is { } span
                ? start.AddMinutes(span.WholeMinutes(0))
                : null;
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}
