using Simulator.Kernel.Documents;

namespace Simulator.Analysis.Outcomes;

/// <summary>What a goal on desks becomes in an experiment: the number or the share, and whether the goal is met.</summary>
internal static class DeskColumns
{
    /// <summary>The columns of a goal; of a measure, which wants nothing, the number alone.</summary>
    internal static IEnumerable<OutcomeColumn> Of(Goal goal)
    {
        var counts = goal.Desk!.Papers is not null;
        var (unit, word) = counts ? (OutcomeUnit.Papers, "papers") : (OutcomeUnit.Share, "share");
        var name = goal.WantsNothing
            ? goal.Text.Replace(counts ? " >= 0" : " >= 0%", "", StringComparison.Ordinal)
            : $"{goal.Text}: {word}";
        var better = goal.WantsNothing ? Better.Neither : goal.AtMost ? Better.Lower : Better.Higher;
        yield return new OutcomeColumn(
            new Outcome(name, unit, better, IsGoal: true),
            run => run.AnswerTo(goal, "") is not { } answer ? double.NaN : counts ? answer.Papers ?? double.NaN : answer.Share);
        if (!goal.WantsNothing)
        {
            yield return new OutcomeColumn(
                new Outcome($"{goal.Text}: met", OutcomeUnit.YesOrNo, Better.Higher, IsGoal: true),
                run => run.AnswerTo(goal, "") is { } answer ? answer.IsMet ? 1 : 0 : double.NaN);
        }
    }
}
