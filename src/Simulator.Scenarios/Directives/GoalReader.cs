using Simulator.Kernel.Documents;
using Simulator.Kernel.Time;
using Simulator.Scenarios.Organisation;
using Simulator.Scenarios.Reading;

namespace Simulator.Scenarios.Directives;

/// <summary>Reads the answers that are wanted.</summary>
internal static class GoalReader
{
    /// <summary>All of them, in the order declared.</summary>
    public static IReadOnlyList<Goal> ReadAll(Draft draft, Addressing addressing,
        IReadOnlyList<Directive> directives)
    {
        var goals = new List<Goal>();
        foreach (var node in draft.Root.Items("goals").OfType<ScalarNode>())
        {
            if (GoalText.Parse(node.Text).Goal is not { } goal)
            {
                continue;
            }

            if (goal.Directive is { } named)
            {
                draft.Known(new ScalarNode(node.Place, named), "directive",
                    directives.Select(each => each.Id));
            }

            if (SelectorReader.CheckNames(goal.Among, node, draft) && addressing.CheckBody(goal.Among, node))
            {
                WarnIfNobody(goal, node, addressing, directives);
            }

            goals.Add(new Goal
            {
                Text = node.Text,
                Measure = goal.Measure,
                Among = goal.Among,
                Directive = goal.Directive,
                BasisPoints = goal.BasisPoints,
                AtMost = goal.AtMost,
                Within = goal.Within is { } minutes ? new TickSpan(minutes) : null,
            });
        }

        return goals;
    }

    private static void WarnIfNobody(
        GoalText goal, ScalarNode node, Addressing addressing, IReadOnlyList<Directive> directives)
    {
        var meant = directives.Where(each => goal.Directive is null || each.Id == goal.Directive).ToList();
        if (meant.Count > 0
            && meant.All(each => addressing.Roster.Kinds(goal.Among, each.From) is { Count: 0 }))
        {
            addressing.Nobody(node, meant[0].From);
        }
    }
}
