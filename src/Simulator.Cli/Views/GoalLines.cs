using Simulator.Analysis.Measures;
using Simulator.Cli.Words;
using Simulator.Kernel.Documents;

namespace Simulator.Cli.Views;

/// <summary>What a run answers to a goal, in a line.</summary>
internal static class GoalLines
{
    /// <summary>Such as <c>2021-05-04 12:24, after 1 d 19 h 24 m</c>.</summary>
    /// <param name="goal">The answer.</param>
    /// <param name="moment">Writes a tick.</param>
    /// <param name="language">In which language.</param>
    internal static string Of(GoalAnswer goal, Func<int, string> moment, Language language) =>
        goal.Goal.Desk is not null ? DeskLines.Of(goal, language)
        : goal.Goal.Time is { } time ? TimeLines.Of(goal, time, language)
        : goal.ReachedAt >= 0
        ? $"{moment(goal.ReachedAt)}, {language.In("after", "sau")} " + language.Length(goal.ReachedAt - goal.Directive.Issued)
        : goal.Goal.Measure is GoalMeasure.Content or GoalMeasure.TimeLeft && goal.Among > 0 ? language.Percent(goal.Share)
        : goal.IsTogether ? Together(goal, language)
        : $"{language.Count(goal.InState)} / {language.Count(goal.Among)}";

    private static string Together(GoalAnswer goal, Language language) => $"{language.Count(goal.InState)} / {language.Count(goal.Among)}"
        + (goal.Among > 0 ? $", {language.Percent(goal.Share)}" : "")
        + (goal.LeftOut > 0 ? $", {SeriesLines.LeftOut(goal.LeftOut, goal.Asked, language)}" : "");
}
