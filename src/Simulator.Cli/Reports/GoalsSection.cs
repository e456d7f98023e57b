using Simulator.Analysis.Measures;
using Simulator.Cli.Views;
using Simulator.Cli.Words;

namespace Simulator.Cli.Reports;

/// <summary>What the goals of the scenario come to.</summary>
internal sealed class GoalsSection(RunSubject subject)
{
    private Language Language => subject.Language;

    /// <summary>The answers about the directive, and those about several together or about desks.</summary>
    internal static IEnumerable<GoalAnswer> Asked(RunSubject subject) => subject.Goals.Where(
        goal => goal.IsTogether || goal.Goal.Desk is not null || goal.Directive.Source.Id == subject.Directive.Source.Id);

    internal Section? Make()
    {
        var goals = Asked(subject).ToList();
        return goals.Count == 0 ? null : new Section(
            $"{subject.Prefix}goals", Language.In("Goals", "Mục tiêu"),
            [
                new DataTable(
                    Language.In("Goals of the scenario", "Mục tiêu của kịch bản"),
                    [new Column(Language.In("goal", "mục tiêu")), new Column(""), new Column(Language.In("answer", "kết quả"))],
                    [
                        .. goals.Select(goal => (IReadOnlyList<string>)
                        [
                            goal.Goal.Text,
                            goal.IsMet ? Language.In("✓ met", "✓ đạt") : Language.In("✗ not met", "✗ chưa đạt"),
                            GoalLines.Of(goal, subject.Scene.Moment, Language),
                        ]),
                    ]),
            ]);
    }
}
