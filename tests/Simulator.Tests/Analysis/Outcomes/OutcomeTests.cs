using Simulator.Analysis.Outcomes;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;
using Simulator.Tests.Kernel.Models;
using Simulator.Tests.Shipped;

namespace Simulator.Tests.Analysis.Outcomes;

public sealed class OutcomeTests
{
    public static TheoryData<string> Scenarios => ShippedRun.Names;

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Every_shipped_run_has_a_number_of_its_unit_for_each_outcome(string name)
    {
        var model = ShippedRun.Model(name);
        var outcomes = OutcomeTable.Of(model);
        var row = RowOf(model, new RunOptions { Seed = ShippedRun.Load(name).Seed });
        Assert.Equal(outcomes.Count, row.Length);
        Assert.Equal(outcomes.Count, outcomes.Select(outcome => outcome.Name).Distinct().Count());
        foreach (var (outcome, value) in outcomes.Zip(row).Where(each => !double.IsNaN(each.Second)))
        {
            Assert.True(outcome.Unit switch
            {
                OutcomeUnit.Share => value is >= 0 and <= 1,
                OutcomeUnit.YesOrNo => value is 0 or 1,
                OutcomeUnit.Days => value >= 0,
                // What is taken for new by a second route is counted twice.
                _ => value >= 0 && value <= 2 * model.Bodies.Count && value == Math.Floor(value),
            }, $"{outcome.Name}: {value}");
        }
    }

    /// <summary>What a planner reads of a variant must be there under the same name in the other.</summary>
    [Theory]
    [InlineData("bac-kan-570")]
    [InlineData("working-group")]
    [InlineData("vertical-lines")]
    public void Variants_have_outcomes_of_the_same_names(string name)
    {
        var variants = ShippedRun.Load(name).Variants;
        Assert.NotEmpty(variants);
        Assert.All(variants, variant => Assert.Equal(NamesOf(name, null), NamesOf(name, variant)));
    }

    /// <summary>
    /// The office registers in 10 minutes, assigns in 20 and carries out in 100, a minute after the issue and then a minute
    /// apart: registered 11 minutes after it, complied after 131.
    /// </summary>
    [Fact]
    public void Days_are_counted_from_the_issue()
    {
        var goals = new[] { GoalMeasure.Registered, GoalMeasure.Complied, GoalMeasure.Outdated }.Select(measure => new Goal
        {
            Text = $"{measure}",
            Measure = measure,
            Among = new Selector { Level = "office" },
            BasisPoints = 10_000,
        });
        var model = Sketch.Model(
            [
                Sketch.Kind("issuer"),
                Sketch.Kind(
                    "office", Sketch.Takes(Step.Register, Post.Clerk, 10), Sketch.Takes(Step.Assign, Post.Leadership, 20),
                    Sketch.Takes(Step.CarryOut, Post.Staff, 100)),
            ],
            [Sketch.Body("issuer", "issuer"), Sketch.Body("office", "office", "issuer")],
            Sketch.Directive("d/1", "issuer", new Assignment
            {
                Id = "a",
                By = [new Selector { Level = "office" }],
                Takes = Simulator.Kernel.Chance.Distribution.Constant(100),
            }) with
            { Issued = new Tick(500) }) with
        { Goals = [.. goals] };
        var compiled = ModelCompiler.Compile(model);
        var row = OutcomeTable.Of(compiled).Zip(RowOf(compiled, new RunOptions()))
            .ToDictionary(each => each.First.Name, each => each.Second);
        Assert.Equal(11 / 1440.0, row["Registered: days"]);
        Assert.Equal(131 / 1440.0, row["Complied: days"]);
        Assert.Equal(131 / 1440.0, row["d/1: days until the last compliance"]);
        Assert.Equal((1, 1), (row["Complied: share"], row["Complied: met"]));
        Assert.Equal((double.NaN, 0, 0), (row["Outdated: days"], row["Outdated: share"], row["Outdated: met"]));
        Assert.Equal((1, 1, 1), (row["d/1: reached"], row["d/1: registered"], row["d/1: complied"]));
    }

    private static IEnumerable<string> NamesOf(string name, string? variant) =>
        OutcomeTable.Of(ShippedRun.Model(name, variant)).Select(outcome => outcome.Name);

    private static double[] RowOf(CompiledModel model, RunOptions options)
    {
        var reduction = OutcomeReducer.Instance.Begin(model);
        return reduction.Row(InProcessEngine.Run(model, options, reduction));
    }
}
