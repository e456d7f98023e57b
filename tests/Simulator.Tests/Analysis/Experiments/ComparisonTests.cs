using Simulator.Analysis.Experiments;
using Simulator.Analysis.Outcomes;

namespace Simulator.Tests.Analysis.Experiments;

public sealed class ComparisonTests
{
    private static readonly Outcome Days = new("days", OutcomeUnit.Days, Better.Lower, IsGoal: true);
    private static readonly Outcome Other = new("other", OutcomeUnit.Bodies, Better.Higher, IsGoal: false);

    /// <summary>Differences 1, 1, 2: mean 4/3, deviation 1/√3, t(2) 4.302653: half-width 1.434218.</summary>
    [Fact]
    public void A_cell_is_compared_with_the_first_replication_by_replication()
    {
        var comparison = Comparison.Of([Cell("base", 1, 2, 4), Cell("other", 2, 3, 6)]);
        var answers = Assert.Single(comparison.Outcomes).Answers;
        Assert.Null(answers[0].LessFirst);
        Assert.Equal(7.0 / 3, answers[0].Mean.Value, 12);
        var less = answers[1].LessFirst!.Difference;
        Assert.Equal(4.0 / 3, less.Value, 12);
        Assert.Equal(1.434218, less.HalfWidth, 6);
    }

    [Fact]
    public void A_replication_that_failed_or_has_no_answer_is_left_out_of_the_pairs()
    {
        var other = Cell("other", 2, double.NaN, 6, 8) with { Rows = [[2], [double.NaN], null, [8]] };
        var comparison = Comparison.Of([Cell("base", 1, 2, 4, 7), other]);
        var answer = comparison.Outcomes[0].Answers[1];
        Assert.Equal((2, 4), (answer.Mean.Count, answer.Replications));
        Assert.Equal((2, 2), (answer.LessFirst!.Pairs, answer.LessFirst.LeftOut));
        Assert.True(answer.LessFirst.Difference is { Value: 1, HalfWidth: 0 });
    }

    [Fact]
    public void An_outcome_that_the_first_does_not_have_stands_without_a_difference()
    {
        var more = new CellRuns { Name = "more", Outcomes = [Days, Other], Rows = [[1, 5], [2, 6]] };
        var comparison = Comparison.Of([Cell("base", 1, 2), more]);
        Assert.Equal(["days", "other"], comparison.Outcomes.Select(each => each.Outcome.Name));
        var answer = Assert.Single(comparison.Outcomes[1].Answers);
        Assert.Equal(("more", 5.5), (answer.Cell, answer.Mean.Value));
        Assert.Null(answer.LessFirst);
    }

    [Fact]
    public void Cells_of_different_replications_are_not_compared() =>
        Assert.Throws<ArgumentException>(() => Comparison.Of([Cell("base", 1, 2), Cell("other", 1)]));

    /// <summary>Luck that all cells share; what is added to it is told apart, and which way is better is the outcome's.</summary>
    [Theory]
    [InlineData(Better.Lower, -1.0, Verdict.Better)]
    [InlineData(Better.Lower, 1.0, Verdict.Worse)]
    [InlineData(Better.Higher, 1.0, Verdict.Better)]
    [InlineData(Better.Higher, -1.0, Verdict.Worse)]
    [InlineData(Better.Neither, 1.0, Verdict.Differs)]
    [InlineData(Better.Lower, 0.0, Verdict.Same)]
    public void Which_way_is_better_is_the_outcomes(Better better, double added, Verdict verdict)
    {
        double[] luck = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3];
        var outcome = Days with { Better = better };
        var other = luck.Select((value, run) => value + (added * (1 + (0.1 * (run % 3)))));
        var comparison = Comparison.Of(
            [Cell("base", luck) with { Outcomes = [outcome] }, Cell("other", [.. other]) with { Outcomes = [outcome] }]);
        Assert.Equal(verdict, comparison.Outcomes[0].Answers[1].Verdict);
    }

    /// <summary>A difference that is told alone at p 0.03 is not told as one of many (Holm).</summary>
    [Fact]
    public void Among_many_comparisons_more_is_asked_of_each()
    {
        double[] luck = [0, 0, 0, 0, 0, 0];
        double[] shifted = [0.5, 1.5, 0.2, 2.5, 0.1, 1.0];
        var alone = Comparison.Of([Cell("base", luck), Cell("a", shifted)]);
        Assert.Equal(Verdict.Worse, alone.Outcomes[0].Answers[1].Verdict);
        Assert.InRange(alone.Outcomes[0].Answers[1].LessFirst!.Probability, 0.02, 0.05);
        var many = Comparison.Of([Cell("base", luck), Cell("a", shifted), Cell("b", luck), Cell("c", luck)]);
        Assert.Equal((Verdict.NotToldApart, 3), (many.Outcomes[0].Answers[1].Verdict, many.Comparisons));
    }

    /// <summary>Of twenty runs four are met in one cell alone: by McNemar's exact test the chance of that is 2 / 16.</summary>
    [Fact]
    public void Whether_a_goal_is_met_is_compared_by_the_pairs_that_disagree()
    {
        var met = new Outcome("met", OutcomeUnit.YesOrNo, Better.Higher, IsGoal: true);
        CellRuns Met(string name, int hits) => new()
        {
            Name = name,
            Outcomes = [met],
            Rows = [.. Enumerable.Range(0, 20).Select(run => new double[] { run < hits ? 1 : 0 })],
        };
        var answer = Comparison.Of([Met("base", 10), Met("other", 14)]).Outcomes[0].Answers[1];
        Assert.Equal(0.125, answer.LessFirst!.Probability, 12);
        Assert.Equal((Verdict.NotToldApart, 0.2), (answer.Verdict, Math.Round(answer.LessFirst.Difference.Value, 9)));
        Assert.True(answer.LessFirst.Difference.Covers(0));
        Assert.Equal(Verdict.Better, Comparison.Of([Met("base", 8), Met("other", 14)]).Outcomes[0].Answers[1].Verdict);
    }

    /// <summary>Two equal differences are no proof, and eight are.</summary>
    [Fact]
    public void A_difference_that_never_varies_is_judged_by_how_often_it_was_seen()
    {
        Assert.Equal(Verdict.NotToldApart, Comparison.Of([Cell("base", 1, 2), Cell("other", 2, 3)]).Outcomes[0].Answers[1].Verdict);
        double[] luck = [1, 2, 3, 4, 5, 6, 7, 8];
        Assert.Equal(
            Verdict.Worse,
            Comparison.Of([Cell("base", luck), Cell("other", [.. luck.Select(day => day + 1)])]).Outcomes[0].Answers[1].Verdict);
    }

    /// <summary>a adds 1, b adds 2, both add 5: two beyond adding up. Where one has no answer none counts.</summary>
    [Fact]
    public void What_variants_do_together_is_told_beyond_what_they_do_alone()
    {
        var combined = new Dictionary<string, IReadOnlyList<string>> { ["both"] = ["a", "b"], ["half"] = ["a", "absent"] };
        var comparison = Comparison.Of(
            [Cell("base", 1, 7, 3), Cell("a", 2, double.NaN, 4), Cell("b", 3, 9, 5), Cell("both", 6, 12, 8)], combined);
        var combination = Assert.Single(comparison.Outcomes[0].Combinations);
        Assert.Equal([1.0, 2.0], combination.Alone.Select(part => part.Value));
        Assert.Equal((5.0, 2.0, 2), (combination.Together.Value, combination.Beyond.Value, combination.Beyond.Count));
    }

    private static CellRuns Cell(string name, params double[] days) => new()
    {
        Name = name,
        Outcomes = [Days],
        Rows = [.. days.Select(day => new[] { day })],
    };
}
