using Simulator.Analysis.Experiments;
using Simulator.Analysis.Outcomes;
using Spectre.Console;

namespace Simulator.Cli.Views;

/// <summary>A comparison in short: a line for each variant with what it changes in each goal, and which variants change nothing.</summary>
internal sealed class CompareOverview(Comparison comparison)
{
    private readonly IReadOnlyList<IGrouping<string, OutcomeComparison>> goals =
    [
        .. comparison.Outcomes.Where(each => each.Outcome.IsGoal).GroupBy(each => GoalOf(each.Outcome)),
    ];

    private string First => comparison.Cells[0].Name;

    internal void Print(IAnsiConsole console)
    {
        if (goals.Count > 0)
        {
            console.Line($"In short, less {First}");
            foreach (var (goal, number) in goals.Select((goal, at) => (goal, at + 1)))
            {
                console.Line($"  ({number}) {goal.Key}");
            }

            Table(console);
        }

        foreach (var sentence in Sentences())
        {
            console.Line($"  {sentence}");
        }

        if (goals.Count > 0 || Sentences().Any())
        {
            console.Line();
        }
    }

    /// <summary>Which variants answer as the first, and which as each other.</summary>
    internal IEnumerable<string> Sentences()
    {
        foreach (var alike in AlikeCells.Among(comparison.Cells))
        {
            var others = alike.Where(name => name != First).ToList();
            yield return others.Count < alike.Count
                ? $"{CompareWords.Listed(others)} {(others.Count == 1 ? "changes" : "change")} nothing here: every number of every "
                    + $"replication is as in {First}."
                : $"{CompareWords.Listed(others)} are the same as each other in every number of every replication.";
        }
    }

    private void Table(IAnsiConsole console)
    {
        var table = Terminal.Table(["  variant", .. goals.Select((_, at) => $">({at + 1})")]);
        var lines = comparison.Cells.Skip(1)
            .Select(cell => (cell.Name, Changes: goals.Select(goal => Change(goal, cell.Name)).ToList())).ToList();
        foreach (var (name, changes) in lines)
        {
            table.Row([$"  {name}", .. changes]);
        }

        console.Wide(table);
        if (lines.SelectMany(line => line.Changes).Any(change => change.EndsWith('?') || change.Contains("?,", StringComparison.Ordinal)))
        {
            console.Line($"  ? cannot be told from {First} yet");
        }
    }

    /// <summary>What a variant changes in a goal: the days and whether it is met; the share where neither differs.</summary>
    private static string Change(IEnumerable<OutcomeComparison> goal, string cell)
    {
        var answers = goal
            .Select(each => (each.Outcome, Answer: each.Answers.FirstOrDefault(answer => answer.Cell == cell)))
            .Where(each => each.Answer?.LessFirst is { Pairs: > 0 }).ToList();
        var changed = answers.Where(each => each.Answer!.Verdict != Verdict.Same).ToList();
        var foremost = changed.Where(each => each.Outcome.Unit != OutcomeUnit.Share).ToList();
        return answers.Count == 0 ? "-"
            : changed.Count == 0 ? "same"
            : string.Join(", ", (foremost.Count > 0 ? foremost : changed).Select(each => Text(each.Outcome, each.Answer!)));
    }

    private static string Text(Outcome outcome, CellAnswer answer) =>
        (outcome.Unit == OutcomeUnit.YesOrNo ? "met " : outcome.Unit == OutcomeUnit.Share ? "share " : "")
        + Figures.Signed(outcome, answer.LessFirst!.Difference.Value)
        + (answer.Verdict is Verdict.NotToldApart or Verdict.NotCompared ? " ?" : "");

    /// <summary>The goal that an outcome is of: its name without what is counted of it.</summary>
    private static string GoalOf(Outcome outcome) =>
        outcome.Name.LastIndexOf(": ", StringComparison.Ordinal) is > 0 and var end ? outcome.Name[..end] : outcome.Name;
}
