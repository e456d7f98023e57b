using Simulator.Kernel.Time;
using Simulator.Scenarios.Directives;
using Simulator.Scenarios.Format;
using Simulator.Scenarios.Problems;
using Simulator.Scenarios.Reading;
using Simulator.Scenarios.Units;

namespace Simulator.Scenarios.Composition;

/// <summary>
/// Moves a scenario in time: its start, issues, due dates, cut-offs and events. Calendars and closures stay, and
/// so does what was observed; a paper can then no longer be pinned to its observed date.
/// </summary>
internal static class Shift
{
    /// <summary>The scenario moved as a variant says, or unchanged after a problem was reported.</summary>
    public static MapNode Apply(MapNode scenario, ScalarNode shift, ProblemList problems)
    {
        bool isEarlier = shift.Text.StartsWith('-');
        if (SpanText.Parse(shift.Text.TrimStart('-'), SpanUnits.Elapsed).Amount is not { } amount)
        {
            return scenario;
        }

        int minutes = amount.WholeMinutes(0) * (isEarlier ? -1 : 1);
        try
        {
            return Moved(scenario, minutes);
        }
        catch (OverflowException)
        {
            problems.Error(shift.Place, $"Moved by {shift.Text}, the scenario leaves the years 1 to 9999.");
            return scenario;
        }
    }

    private static MapNode Moved(MapNode scenario, int minutes)
    {
        var moved = With(scenario, "start", node => Later(node, minutes));
        moved = With(moved, "directives", node => Each(node, directive => OfDirective(directive, minutes)));
        moved = With(moved, "recalls", node => Each(node, each => With(each, "at", at => Later(at, minutes))));
        moved = With(moved, "events", node => Each(node, each => With(each, "at", at => Later(at, minutes))));
        moved = With(moved, "interventions", node => Each(node, each => With(each, "at", at => Later(at, minutes))));
        moved = With(moved, "goals", node => Goals(node, minutes));
        return With(moved, "observed", node => Each(node, observed => observed.Without("pin")));
    }

    /// <summary>A directive so many minutes later: its issue, and what in it is written as a date.</summary>
    /// <exception cref="OverflowException">It would lie beyond the years 1 to 9999.</exception>
    public static MapNode OfDirective(MapNode directive, int minutes)
    {
        var moved = With(directive, "issued", node => Later(node, minutes));
        moved = With(moved, "assignments", node => Each(
            node, assignment => With(assignment, "due", due => Later(due, minutes, isEnd: true))));
        moved = With(moved, "changes", node => Each(
            node, change => With(change, "due", due => Later(due, minutes, isEnd: true))));
        return With(moved, "report", node => node is MapNode report
            ? With(
                With(report, "cut-off", cutOff => CutOff(cutOff, minutes)),
                "periodic", periodic => Periodic(periodic, minutes))
            : node);
    }

    /// <summary>Goals are texts, with the moment at their end.</summary>
    private static Node Goals(Node node, int minutes) => node is ListNode goals
        ? new ListNode(goals.Place, [.. goals.Items.Select(item => item is ScalarNode goal ? Goal(goal, minutes) : item)])
        : node;

    private static ScalarNode Goal(ScalarNode goal, int minutes)
    {
        int moment = goal.Text.LastIndexOf(GoalText.Moment, StringComparison.Ordinal) + GoalText.Moment.Length;
        return moment >= GoalText.Moment.Length
            && Later(new ScalarNode(goal.Place, goal.Text[moment..].Trim()), minutes, isEnd: true) is ScalarNode later
            ? new ScalarNode(goal.Place, goal.Text[..moment] + later.Text)
            : goal;
    }

    /// <summary>Whole days: the hours of periodic reports are hours of the day, and stay.</summary>
    private static Node Periodic(Node node, int minutes) => node is MapNode periodic
        ? With(With(periodic, "first", date => LaterDay(date, minutes)), "until", date => LaterDay(date, minutes))
        : node;

    private static Node LaterDay(Node node, int minutes) =>
        node is ScalarNode scalar && CivilDate.TryParse(scalar.Text, out var date)
            ? new ScalarNode(scalar.Place, date.Midnight.AddMinutes(minutes).Date.ToString())
            : node;

    private static Node CutOff(Node node, int minutes) => node is MapNode byLevel
        ? new MapNode(node.Place,
            [.. byLevel.Entries.Select(each => new Entry(each.Key, Later(each.Value, minutes, isEnd: true)))])
        : Later(node, minutes, isEnd: true);

    private static Node Each(Node node, Func<MapNode, MapNode> change) => node is ListNode list
        ? new ListNode(list.Place, [.. list.Items.Select(item => item is MapNode map ? change(map) : item)])
        : node;

    private static MapNode With(MapNode map, string key, Func<Node, Node> change) =>
        map.Find(key) is { } entry ? map.With(entry.Key, change(entry.Value)) : map;

    private static Node Later(Node node, int minutes, bool isEnd = false)
    {
        if (node is not ScalarNode scalar || !Scalars.LooksLikeDate(scalar.Text)
            || !CivilTime.TryParse(scalar.Text, out var time))
        {
            return node;
        }

        bool isDate = scalar.Text.Length == 10;
        bool staysDate = isDate && minutes % CivilTime.MinutesPerDay == 0;
        var from = isDate && isEnd && !staysDate ? time.AddMinutes(CivilTime.MinutesPerDay) : time;
        var later = from.AddMinutes(minutes);
        return new ScalarNode(scalar.Place, staysDate ? later.Date.ToString() : later.ToString());
    }
}
