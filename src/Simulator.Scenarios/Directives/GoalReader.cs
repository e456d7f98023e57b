using Simulator.Kernel.Documents;
using Simulator.Kernel.Time;
using Simulator.Scenarios.Organisation;
using Simulator.Scenarios.Reading;

namespace Simulator.Scenarios.Directives;

/// <summary>Reads the answers that are wanted.</summary>
internal static class GoalReader
{
    /// <summary>All of them, in the order declared.</summary>
    public static IReadOnlyList<Goal> ReadAll(Draft draft, Addressing addressing, Moments moments,
        IReadOnlyList<Directive> directives)
    {
        var goals = new List<Goal>();
        foreach (var node in draft.Root.Items("goals").OfType<ScalarNode>())
        {
            if (GoalText.Parse(node.Text).Goal is { } goal)
            {
                goals.Add(Read(goal, node, draft, addressing, moments, directives));
            }
        }

        return goals;
    }

    /// <summary>What experiments measure, looked at so that a slip is told before it is run.</summary>
    public static void CheckMeasures(Draft draft, Addressing addressing, Moments moments,
        IReadOnlyList<Directive> directives)
    {
        foreach (var node in Experiments.ExperimentReader.Measures(draft.Root))
        {
            if (GoalText.ParseMeasure(node.Text).Measured is { } measure)
            {
                Read(measure, node, draft, addressing, moments, directives);
            }
        }
    }

    private static Goal Read(GoalText goal, ScalarNode node, Draft draft, Addressing addressing, Moments moments,
        IReadOnlyList<Directive> directives)
    {
        if (goal.Directive is { } named)
        {
            draft.Known(new ScalarNode(node.Place, named), "directive",
                directives.Select(each => each.Series).OfType<string>().Distinct().Concat(directives.Select(each => each.Id)));
        }

        CheckTogether(goal, node, draft, directives);
        if (SelectorReader.CheckNames(goal.Among, node, draft) && addressing.CheckBody(goal.Among, node) && goal.Desk is null)
        {
            WarnIfNobody(goal, node, addressing, directives);
        }

        return new Goal
        {
            Text = node.Text,
            Measure = goal.Measure,
            Among = goal.Among,
            Directive = goal.Directive,
            BasisPoints = goal.BasisPoints,
            AtMost = goal.AtMost,
            Within = goal.Within is { } minutes ? new TickSpan(minutes) : null,
            At = goal.At is { } time ? moments.Asked(time, node) : null,
            Desk = goal.Desk,
            Time = goal.Time is { } asked
                ? new TimeLimit(LimitOf(goal, asked, node, draft, addressing, directives), asked.InHours, asked.IsOwn) : null,
        };
    }

    /// <summary>The limit of a time: a working day must be as long for all who are asked about.</summary>
    internal static TickSpan LimitOf(GoalText goal, TimeText asked, ScalarNode node, Draft draft, Addressing addressing,
        IReadOnlyList<Directive> directives)
    {
        if (asked.Limit.WorkingDays == 0)
        {
            return new TickSpan(asked.Limit.WholeMinutes(0));
        }

        var days = Meant(goal, directives).SelectMany(each => addressing.Roster.Kinds(goal.Among, each.From) ?? [])
            .Distinct().Order(StringComparer.Ordinal)
            .Select(kind => (Kind: kind, Minutes: draft.NominalDay(draft.Kinds[kind].Staff.Calendar)))
            .DistinctBy(day => day.Minutes).ToList();
        if (days.Count > 1)
        {
            string lengths = string.Join(", ", days.Select(day =>
                FormattableString.Invariant($"{day.Minutes / 60.0:0.##}h for {day.Kind}")));
            draft.Problems.Error(node.Place, $"A working day (wd) is not the same for all who are asked about: {lengths}.",
                "Write working hours (wh) instead.");
        }

        return new TickSpan(asked.Limit.WholeMinutes(days.Count == 0 ? 480 : days[0].Minutes));
    }

    private static IEnumerable<Directive> Meant(GoalText goal, IReadOnlyList<Directive> directives) =>
        directives.Where(each => goal.Directive is null || goal.Directive == each.Id || goal.Directive == each.Series);

    /// <summary>What is counted from each event, or is a mean, has no moment and no sum.</summary>
    private static void CheckTogether(GoalText goal, ScalarNode node, Draft draft, IReadOnlyList<Directive> directives)
    {
        bool isOne = directives.Any(each => each.Series is { } series && series == goal.Directive);
        if (isOne && goal.Measure is (GoalMeasure.Content or GoalMeasure.TimeLeft or GoalMeasure.Alerted))
        {
            draft.Problems.Error(node.Place, $"'{goal.Directive}' is issued again and again, and this measure is asked of one directive.",
                $"Ask it of '{goal.Directive}-1', or of each, without 'of'.");
        }

        if (goal.At is not null && goal.Measure == GoalMeasure.Alerted)
        {
            draft.Problems.Error(node.Place, "The time allowed for news counts from the event.", "Write 'within' in place of 'at'.");
        }
    }

    private static void WarnIfNobody(
        GoalText goal, ScalarNode node, Addressing addressing, IReadOnlyList<Directive> directives)
    {
        var meant = Meant(goal, directives).ToList();
        if (meant.Count > 0
            && meant.All(each => addressing.Roster.Kinds(goal.Among, each.From) is { Count: 0 }))
        {
            addressing.Nobody(node, meant[0].From);
        }
    }
}
