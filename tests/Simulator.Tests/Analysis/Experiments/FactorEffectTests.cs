using Simulator.Analysis.Experiments;
using Simulator.Analysis.Outcomes;

namespace Simulator.Tests.Analysis.Experiments;

/// <summary>An answer that is made of known parts: 10 + 3 if a=2, + 5 if b=y, + 2 more for both, and luck that all share.</summary>
public sealed class FactorEffectTests
{
    private static readonly Outcome Days = new("days", OutcomeUnit.Days, Better.Lower, IsGoal: true);
    private static readonly double[] Luck = [0.3, -1.2, 2.5, 0.1];

    [Fact]
    public void Effects_are_means_over_the_settings_of_the_others()
    {
        var effects = FactorEffect.Of([Cell("1", "x"), Cell("1", "y"), Cell("2", "x"), Cell("2", "y")], Days);
        Assert.Equal(["a=2", "b=y", "a=2 with b=y"], effects.Select(effect => string.Join(" with ", effect.Values)));
        Assert.Equal([4, 6, 2], effects.Select(effect => Math.Round(effect.Effect.Value, 9)));
        // What all cells share has gone.
        Assert.All(effects, effect => Assert.Equal(0, effect.Effect.HalfWidth, 9));
    }

    [Fact]
    public void One_at_a_time_each_value_is_compared_with_the_scenario_as_it_stands()
    {
        var effects = FactorEffect.Of([Cell(null, null), Cell("2", null), Cell(null, "y")], Days);
        Assert.Equal([("a=2", 3.0), ("b=y", 5.0)], effects.Select(effect => (effect.Values[0], Math.Round(effect.Effect.Value, 9))));
    }

    [Fact]
    public void Variants_are_kept_apart_and_values_without_a_counterpart_left_out()
    {
        var effects = FactorEffect.Of(
            [Cell("1", "x"), Cell("2", "x"), Cell("1", "y", "other"), Cell("2", "y", "other"), Cell("3", "x", "other")], Days);
        Assert.Equal(
            [("base", "a=2", 3.0), ("other", "a=2", 5.0)],
            effects.Select(effect => (effect.Variant, effect.Values[0], Math.Round(effect.Effect.Value, 9))));
    }

    [Fact]
    public void A_replication_without_an_answer_is_left_out()
    {
        var gap = Cell("2", "x");
        gap.Runs.Rows[1]![0] = double.NaN;
        var effect = Assert.Single(FactorEffect.Of([Cell("1", "x"), gap], Days)).Effect;
        Assert.Equal((3, 3), (effect.Count, Math.Round(effect.Value, 9)));
    }

    private static (string Variant, IReadOnlyDictionary<string, string> Settings, CellRuns Runs) Cell(
        string? a, string? b, string variant = "base")
    {
        var settings = new Dictionary<string, string>();
        if (a is not null)
        {
            settings["a"] = a;
        }

        if (b is not null)
        {
            settings["b"] = b;
        }

        var answer = 10 + (a == "2" ? 3 : 0) + (b == "y" ? 5 : 0) + (a == "2" && b == "y" ? 2 : 0);
        return (variant, settings, new CellRuns
        {
            Name = $"{variant},{a},{b}",
            Outcomes = [Days],
            Rows = [.. Luck.Select(luck => new[] { answer + luck })],
        });
    }
}
