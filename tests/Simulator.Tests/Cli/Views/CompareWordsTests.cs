using Simulator.Analysis.Experiments;
using Simulator.Analysis.Outcomes;
using Simulator.Cli.Views;

namespace Simulator.Tests.Cli.Views;

public sealed class CompareWordsTests
{
    private static readonly double[] Luck = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8];

    [Fact]
    public void Best_first_then_what_is_the_same_and_what_cannot_be_told()
    {
        var sentences = Sentences(
            OutcomeUnit.Days,
            ("base", run => Luck[run]),
            ("late", run => Luck[run] + 2 + (0.1 * (run % 4))),
            ("soon", run => Luck[run] - 1 - (0.1 * (run % 2))),
            ("luck", run => Luck[run] + (run % 2 == 0 ? 0.5 : -0.45)),
            ("same", run => Luck[run]));
        Assert.Equal("soon is better than base: 1.05 d sooner (1.02 d to 1.08 d).", sentences[0]);
        Assert.StartsWith("late is worse than base: 2.15 d later (", sentences[1], StringComparison.Ordinal);
        Assert.Equal("same is as base in every replication.", sentences[2]);
        Assert.Matches(
            @"^luck cannot be told from base yet: \+0\.0\d d, −0\.\d\d d \.\. \+0\.\d\d d; some [\d,]+ replications would tell",
            sentences[3]);
        Assert.Equal(4, sentences.Count);
    }

    /// <summary>A cell may be called a word that is in the sentence, too.</summary>
    [Fact]
    public void Cells_are_called_what_the_reader_calls_them_and_nothing_else_changes()
    {
        var comparison = Comparison.Of(
            [
                .. new[] { "a", "is" }.Select(name => new CellRuns
                {
                    Name = name,
                    Outcomes = [new Outcome("asked", OutcomeUnit.Days, Better.Lower, IsGoal: true)],
                    Rows = [.. Luck.Select(luck => new[] { name == "a" ? luck : luck + 2 })],
                }),
            ]);
        var words = new CompareWords(comparison, comparison.Outcomes[0], null, cell => cell == "a" ? "cell 1" : "cell 2");
        Assert.Equal("cell 2 is worse than cell 1: 2.00 d later, always.", Assert.Single(words.Sentences()));
    }

    /// <summary>From 40 to 45 % is five points more, and not 5 % more.</summary>
    [Fact]
    public void Differences_of_shares_are_in_points()
    {
        var sentences = Sentences(OutcomeUnit.Share, ("base", run => Luck[run] / 20), ("more", run => (Luck[run] / 20) + 0.05));
        Assert.Equal("more is worse than base: 5.0 points more, always.", Assert.Single(sentences));
    }

    [Fact]
    public void Pairs_without_an_answer_are_told()
    {
        var sentences = Sentences(
            OutcomeUnit.Days, ("base", run => Luck[run]), ("late", run => run < 3 ? double.NaN : Luck[run] + 2 + (0.1 * (run % 4))));
        Assert.Equal(
            "In 3 of 12 replications late has no answer: pairs with one of these are left out, and the mean is of those that got there.",
            sentences[^1]);
    }

    [Fact]
    public void Of_a_combination_that_no_replication_answers_nothing_is_said()
    {
        var outcome = new Outcome("asked", OutcomeUnit.Days, Better.Lower, IsGoal: true);
        var comparison = Comparison.Of(
            [
                .. new[] { "base", "a", "b", "both" }.Select(name => new CellRuns
                {
                    Name = name,
                    Outcomes = [outcome],
                    Rows = [.. Luck.Select(luck => new[] { name == "base" ? double.NaN : luck })],
                }),
            ],
            new Dictionary<string, IReadOnlyList<string>> { ["both"] = ["a", "b"] });
        Assert.Equal(0, Assert.Single(comparison.Outcomes[0].Combinations).Together.Count);
        Assert.DoesNotContain(
            new CompareWords(comparison, comparison.Outcomes[0]).Sentences(),
            sentence => sentence.StartsWith("both:", StringComparison.Ordinal));
    }

    private static IReadOnlyList<string> Sentences(OutcomeUnit unit, params (string Name, Func<int, double> Answer)[] cells)
    {
        var outcome = new Outcome("asked", unit, Better.Lower, IsGoal: true);
        var comparison = Comparison.Of(
        [
            .. cells.Select(cell => new CellRuns
            {
                Name = cell.Name,
                Outcomes = [outcome],
                Rows = [.. Enumerable.Range(0, Luck.Length).Select(run => new[] { cell.Answer(run) })],
            }),
        ]);
        return new CompareWords(comparison, comparison.Outcomes[0]).Sentences();
    }
}
