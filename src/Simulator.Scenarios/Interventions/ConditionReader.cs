using Simulator.Kernel.Documents;
using Simulator.Kernel.Interventions;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;
using Simulator.Scenarios.Directives;
using Simulator.Scenarios.Organisation;
using Simulator.Scenarios.Reading;

namespace Simulator.Scenarios.Interventions;

/// <summary>Reads what must come to hold for an intervention to begin, and holds it against what there is.</summary>
internal sealed class ConditionReader(Draft draft, Addressing addressing, IReadOnlyList<Directive> directives)
{
    /// <summary>The condition; <c>null</c>: it is none, which has been said.</summary>
    public Condition? Read(ScalarNode node)
    {
        if (ConditionText.Parse(node.Text).Condition is not { } condition)
        {
            return null;
        }

        if (condition.Directive is { } named)
        {
            draft.Known(new ScalarNode(node.Place, named), "directive", directives.Select(each => each.Id));
        }

        if (SelectorReader.CheckNames(condition.Among, node, draft) && addressing.CheckBody(condition.Among, node))
        {
            CheckMeets(condition.Among, node);
            CheckThere(condition, node);
        }

        return new Condition
        {
            Text = node.Text,
            Measure = condition.Measure,
            Among = condition.Among,
            Directive = condition.Directive,
            Comparison = condition.Comparison,
            BasisPoints = condition.BasisPoints,
            Desk = condition.Desk,
            Time = condition.Time is { } time ? new TimeLimit(LimitOf(condition, time, node), time.InHours, time.IsOwn) : null,
        };
    }

    /// <summary>Says so where a selector meets nobody, wherever he stands.</summary>
    public void CheckMeets(Selector selector, Node node)
    {
        if (!addressing.Roster.Meets(selector) && !draft.Problems.HasErrors)
        {
            draft.Problems.Error(
                node.Place,
                $"{Addressing.Words(node)} matches nobody: there is no such body, and none will come.",
                "Check levels, kinds and lines, or name another.");
        }
    }

    private TickSpan LimitOf(ConditionText condition, TimeText time, ScalarNode node) => GoalReader.LimitOf(
        new GoalText(condition.Measure, condition.Among, condition.Directive, condition.BasisPoints, false, null, null),
        time, node, draft, addressing, directives);

    /// <summary>Who is away is told when he is back: until then nobody knows how many were to be at work.</summary>
    private void CheckThere(ConditionText condition, ScalarNode node)
    {
        if (condition.Measure != GoalMeasure.Utilisation)
        {
            return;
        }

        var kind = addressing.Roster.KindsOf(condition.Among).Distinct().Order(StringComparer.Ordinal)
            .FirstOrDefault(kind => IsAwayAtTimes(draft.Kinds[kind], condition.Desk!.Post));
        if (kind is not null)
        {
            draft.Problems.Error(
                node.Place,
                $"People of '{kind}' are away at times. That is known when they are back, so that nobody knows at a moment how many "
                    + "were to be at work.",
                "Ask a goal for it, or let the condition be about 'backlog'.");
        }
    }

    private static bool IsAwayAtTimes(BodyKind kind, Post? post) => post switch
    {
        Post.Clerk => IsAwayAtTimes(kind.Clerk),
        Post.Leadership => IsAwayAtTimes(kind.Leadership),
        Post.Staff => IsAwayAtTimes(kind.Staff),
        _ => IsAwayAtTimes(kind.Clerk) || IsAwayAtTimes(kind.Leadership) || IsAwayAtTimes(kind.Staff),
    };

    private static bool IsAwayAtTimes(Resource post) => post.Absences is not null || post.Away.Count > 0;
}
