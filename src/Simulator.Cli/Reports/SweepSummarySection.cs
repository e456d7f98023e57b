using Simulator.Analysis.Experiments;
using Simulator.Analysis.Outcomes;
using Simulator.Cli.Views;
using Simulator.Cli.Words;

namespace Simulator.Cli.Reports;

/// <summary>A sweep in words: how many were played, which cell does best in each goal, and what can be told apart.</summary>
/// <param name="subject">The sweep.</param>
internal sealed class SweepSummarySection(SweepSubject subject)
{
    private Language Language => subject.Language;

    internal Section Make() => new(
        "summary", Language.In("In short", "Tóm tắt"),
        [
            new Sentences([Played(), .. Failed()]),
            .. subject.Outcomes.Where(each => each.Outcome.Unit != OutcomeUnit.Share || !HasOtherUnits(each))
                .Select(each => new Sentences(Best(each))),
            new Sentences([.. Alike()]),
            .. subject.AreLong ? [Cells()] : Array.Empty<IBlock>(),
        ]);

    /// <summary>Of a goal the days and whether it is met say more than the share.</summary>
    private bool HasOtherUnits(OutcomeComparison outcome)
    {
        var goal = GoalOf(outcome.Outcome);
        return subject.Outcomes.Any(other => other != outcome && GoalOf(other.Outcome) == goal);
    }

    private static string GoalOf(Outcome outcome) =>
        outcome.Name.LastIndexOf(": ", StringComparison.Ordinal) is > 0 and var end ? outcome.Name[..end] : outcome.Name;

    private string Played()
    {
        var (fewest, most) = (subject.Paired, subject.Cells.Max(cell => cell.Rows.Count));
        var often = fewest == most ? Language.Count(most) : $"{Language.Count(fewest)}–{Language.Count(most)}";
        return subject.Cells.Count == 1
            ? Language.In($"One cell was played {often} times.", $"Một phương án được chạy {often} lần.")
            : Language.In(
                $"{subject.Cells.Count} cells were played {often} times each, on the same draws, so that what differs is "
                    + $"what was changed and not luck. "
                    + $"All are compared with {subject.First}.",
                $"{subject.Cells.Count} phương án, mỗi phương án chạy {often} lần với cùng các số ngẫu nhiên, nên khác "
                    + $"biệt là do thay đổi chứ không do may rủi. "
                    + $"Tất cả được so với {subject.First}.");
    }

    private IEnumerable<string> Failed()
    {
        var failed = subject.Cells.Sum(cell => cell.Rows.Count(row => row is null));
        if (failed > 0)
        {
            yield return Language.In(
                $"{failed} runs failed and are left out.", $"{failed} lần chạy không hoàn thành và bị loại.");
        }
    }

    private string Best(OutcomeComparison outcome)
    {
        var ranked = outcome.Ranked.ToList();
        string Said(CellAnswer answer) => $"{subject.Name(answer.Cell)}, "
            + $"{Language.Figure(Figures.Text(outcome.Outcome, answer.Mean.Value))} "
                + $"({Language.Figure(Figures.Interval(outcome.Outcome, answer.Mean))})";
        if (ranked.Count == 0)
        {
            return Language.In($"{outcome.Outcome.Name}: no run has an answer.",
                $"{outcome.Outcome.Name}: không lần chạy nào có kết quả.");
        }

        if (ranked.Count == 1)
        {
            return $"{outcome.Outcome.Name}: {Said(ranked[0])}.";
        }

        if (ranked[0].Mean.Value.Equals(ranked[^1].Mean.Value))
        {
            var each = $"{Language.Figure(Figures.Text(outcome.Outcome, ranked[0].Mean.Value))} "
                + $"({Language.Figure(Figures.Interval(outcome.Outcome, ranked[0].Mean))})";
            return Language.In($"{outcome.Outcome.Name}: all come to {each}.", $"{outcome.Outcome.Name}: mọi phương án đều là {each}.");
        }

        var apart = outcome.Answers.Count(answer => answer.Verdict is Verdict.Better or Verdict.Worse or Verdict.Differs);
        return Language.In(
            $"{outcome.Outcome.Name}: best is {Said(ranked[0])}, last {Said(ranked[^1])}; {apart} of "
                + $"{outcome.Answers.Count - 1} can be told from {subject.First}.",
            $"{outcome.Outcome.Name}: tốt nhất là {Said(ranked[0])}, cuối cùng {Said(ranked[^1])}; "
                + $"{apart} trên {outcome.Answers.Count - 1} phân biệt được với {subject.First}.");
    }

    private IEnumerable<string> Alike() => AlikeCells.Among(subject.Comparison.Cells).Select(alike =>
    {
        var names = new ReportWords(Language).Listed([.. alike.Select(subject.Name)]);
        return Language.In(
            $"{names} are the same as each other in every number of every replication.",
                $"{names} giống nhau ở mọi con số của mọi lần lặp.");
    });

    private DataTable Cells() => new(
        Language.In("The cells", "Các phương án"),
        [new Column(Language.In("cell", "phương án")), new Column(Language.In("what is set in it", "giá trị được đặt"))],
        [.. subject.Cells.Select(cell => (IReadOnlyList<string>)[subject.Name(cell.Name), subject.NameOf(cell.Name)])]);
}
