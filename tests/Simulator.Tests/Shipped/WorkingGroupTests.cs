using Simulator.Analysis.Measures;
using Simulator.Analysis.Traces;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Engine;
using Simulator.Scenarios;
using Simulator.Tests.Kernel.Models;
using Simulator.Tests.Scenarios;

namespace Simulator.Tests.Shipped;

/// <summary>
/// The demonstration of a real case, in order of size: of the Prime Minister's tasks a quarter were overdue before a working
/// group followed them up, 2.82% at the end of 2016 and 1.38% at the end of 2017 (report 1270/BC-TCTTTg).
/// </summary>
public sealed class WorkingGroupTests
{
    private const int Seeds = 20;

    [Fact]
    public void A_quarter_is_overdue_before_the_group_and_a_few_in_a_hundred_after_it()
    {
        foreach (var (seed, before, end, after) in Overdue(Load(null)))
        {
            Assert.True(IsQuarter(before) && IsFew(end) && IsFew(after), $"seed {seed}: {before:0.000}, {end:0.000}, {after:0.000}");
        }
    }

    [Fact]
    public void Without_the_group_it_stays_as_it_was()
    {
        foreach (var (seed, before, end, after) in Overdue(Load("without")))
        {
            Assert.True(IsQuarter(before) && IsQuarter(end) && IsQuarter(after), $"seed {seed}: {before:0.000}, {end:0.000}, {after:0.000}");
        }
    }

    /// <summary>What the group does works through those who heed it, and who lay less aside the next time.</summary>
    [Theory]
    [InlineData("kinds.province-department.conduct.heeds=0%", "kinds.province-department.conduct.heeds-from-above=0%")]
    [InlineData("kinds.province-department.diligence.lifts={}")]
    [InlineData("interventions.working-group.set={}")]
    public void A_group_that_nobody_heeds_or_learns_from_or_that_works_for_a_day_does_not_bring_it_about(params string[] sets) =>
        Assert.DoesNotContain(Overdue(Load(null, sets), 3), each => IsFew(each.End) && IsFew(each.After));

    private static bool IsQuarter(double share) => share is >= 0.15 and <= 0.35;

    private static bool IsFew(double share) => share is >= 0.005 and <= 0.06;

    private static IEnumerable<(int Seed, double Before, double End, double After)> Overdue(CompiledModel model, int seeds = Seeds)
    {
        for (var seed = 1; seed <= seeds; seed++)
        {
            var played = Played.Of(model, new RunOptions { Seed = (ulong)seed });
            var trace = new RunTrace(model, [.. played.Entries]);
            var answers = GoalAnswer.Of(trace, ProgressReader.Read(trace));
            double At(string moment) => Assert.Single(
                answers, each => each.Goal.Text.Contains(" overdue(all) ", StringComparison.Ordinal)
                    && each.Goal.Text.EndsWith(moment, StringComparison.Ordinal)).Share;
            yield return (seed, At("2016-08-18"), At("2016-12-30"), At("2017-12-25"));
        }
    }

    private static CompiledModel Load(string? variant, params string[] sets)
    {
        var loaded = ScenarioLoader.Load(
            Path.Combine(ShippedScenarios.Folder, "working-group.yaml"), new LoadOptions { Variant = variant, Sets = sets });
        Assert.True(loaded.Problems.Count == 0, string.Join('\n', loaded.Problems));
        return ModelCompiler.Compile(loaded.Model!);
    }
}
