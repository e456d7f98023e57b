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

    private static CellRuns Cell(string name, params double[] days) => new()
    {
        Name = name,
        Outcomes = [Days],
        Rows = [.. days.Select(day => new[] { day })],
    };
}
