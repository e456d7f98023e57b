using Simulator.Analysis.Statistics;

namespace Simulator.Tests.Analysis.Statistics;

public sealed class CombinedEffectTests
{
    private static readonly double[] Common = [3, 7, 1, 9];

    [Fact]
    public void Two_changes_are_told_alone_together_and_beyond_their_sum()
    {
        var square = CombinedEffect.Square(Common, Plus(-2), Plus(-3), Plus(-4));
        Assert.Equal((-2, -3, -4), (square.First.Value, square.Second.Value, square.Both.Value));
        Assert.Equal((1, 1, 1), (square.Interaction.Low, square.Interaction.Value, square.Interaction.High));
    }

    /// <summary>
    /// Box, Hunter and Hunter, Statistics for Experimenters, 1978, table 10.1: a pilot plant of temperature,
    /// concentration and catalyst; main effects 23, -5 and 1.5, interactions 1.5, 10, 0 and 0.5.
    /// </summary>
    [Fact]
    public void The_effects_are_those_of_the_pilot_plant()
    {
        var effects = CombinedEffect.Factorial([.. new double[] { 60, 72, 54, 68, 52, 83, 45, 80 }.Select(yield => new[] { yield })]);
        Assert.Equal(["0", "1", "2", "0 1", "0 2", "1 2", "0 1 2"], effects.Select(each => string.Join(' ', each.Changes)));
        Assert.Equal([23, -5, 1.5, 1.5, 10, 0, 0.5], effects.Select(each => each.Effect.Value));
        Assert.Equal([false, false, false, true, true, true, true], effects.Select(each => each.IsInteraction));
        Assert.All(effects, each => Assert.False(each.Effect.HasInterval));
    }

    [Fact]
    public void What_the_replications_have_in_common_is_in_no_interval()
    {
        var effects = CombinedEffect.Factorial([Common, Plus(2), Plus(5), Plus(9)]);
        Assert.Equal([3, 6, 1], effects.Select(each => each.Effect.Value));
        Assert.All(effects, each => Assert.Equal(0, each.Effect.HalfWidth));
    }

    [Fact]
    public void Replications_without_an_answer_are_left_out_and_cells_that_are_missing_refused()
    {
        double[] gap = [1, double.NaN, 3, 4];
        Assert.Equal(3, CombinedEffect.Square(Common, gap, Common, Common).Interaction.Count);
        Assert.Equal(4, CombinedEffect.Square(Common, gap, Common, Common).Second.Count);
        Assert.Throws<ArgumentException>(() => CombinedEffect.Factorial([Common, Common, Common]));
        Assert.Throws<ArgumentException>(() => CombinedEffect.Square(Common, Common, Common, [1]));
    }

    private static double[] Plus(double more) => [.. Common.Select(value => value + more)];
}
