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

    /// <summary>
    /// The measures asked for beside the goals, as goals that want nothing: those of an experiment are looked at
    /// here too, so that a slip is told before it is run, and are no part of the model.
    /// </summary>
    public static IReadOnlyList<Goal> ReadMeasures(Draft draft, Addressing addressing, Moments moments,
        IReadOnlyList<Directive> directives)
    {
        var asked = new List<Goal>();
        foreach (var node in draft.Measures)
        {
            var (measure, problem) = GoalText.ParseMeasure(node.Text);
            if (measure is null)
            {
                draft.Problems.Error(node.Place, $"The measure is wrong: {problem}");
                continue;
            }

            asked.Add(Read(measure, node, draft, addressing, moments, directives));
        }

        foreach (var node in Experiments.ExperimentReader.Measures(draft.Root))
        {
            if (GoalText.ParseMeasure(node.Text).Measured is { } measure)
            {
                Read(measure, node, draft, addressing, moments, directives);
            }
        }

        return asked;
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
        if (SelectorReader.CheckNames(goal.Among, node, draft) && addressing.CheckBody(goal.Among, node))
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
        };
    }

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
        var meant = directives.Where(each => goal.Directive is null || goal.Directive == each.Id || goal.Directive == each.Series).ToList();
        if (meant.Count > 0
            && meant.All(each => addressing.Roster.Kinds(goal.Among, each.From) is { Count: 0 }))
        {
            addressing.Nobody(node, meant[0].From);
        }
    }
}
