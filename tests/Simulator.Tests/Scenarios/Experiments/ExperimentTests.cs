using Simulator.Kernel.Compilation;
using Simulator.Kernel.Documents;
using Simulator.Scenarios;
using Simulator.Scenarios.Experiments;

namespace Simulator.Tests.Scenarios.Experiments;

public sealed class ExperimentTests
{
    private const string Sound =
        """
        experiments:
          clerks:
            about: Do more clerks make up for a late start?
            variants: [base, later]
            vary: { city.clerk: [1, 2, 3], wards.staff: +1..+3/2, kinds.ward.steps.draft.takes: [1wd, pert 1wh 4wh 2wd] }
            design: factorial
            precision: 5%
            at-most: 2000
            measures: ["of order registered(level commune) within 2d", complied(all)]
          screening:
            vary: { city.clerk: 1..4/4, kinds.ward.conduct.stall: 0..0.5 }
            design: morris trajectories 3 seed 4
            replications: 20
        """;

    [Fact]
    public void Experiments_are_read_with_their_cells()
    {
        var experiments = Sample.Sound(With(Sound)).Experiments;
        var clerks = experiments[0];
        Assert.Equal(("clerks", 0.05, 2000, null), (clerks.Name, clerks.Precision, clerks.AtMost, clerks.Replications));
        Assert.Equal(["of order registered(level commune) within 2d", "complied(all)"], clerks.Measures);
        var cells = clerks.LayOut().Cells;
        Assert.Equal(24, cells.Count);
        Assert.Equal(("later", "city.clerk=1|wards.staff=+3|kinds.ward.steps.draft.takes=pert 1wh 4wh 2wd"),
            (cells[15].Variant, string.Join('|', cells[15].Sets)));
        var screening = experiments[1];
        Assert.Equal((20, 3), (screening.Replications, screening.LayOut().Trajectories.Count));
        Assert.Equal(new Design(DesignKind.Morris, 3, 4), screening.Design);
    }

    [Fact]
    public void Every_cell_loads_with_what_it_sets()
    {
        foreach (var experiment in Sample.Sound(With(Sound)).Experiments)
        {
            foreach (var cell in experiment.LayOut().Cells)
            {
                var loaded = Sample.Sound(With(Sound, new LoadOptions { Variant = cell.Variant, Sets = cell.Sets }));
                var clerks = cell.Settings.Single(setting => setting.Path == "city.clerk").Value;
                Assert.Equal(clerks, loaded.Model!.Bodies.Single(body => body.Id == "city").Heads.Clerk.ToString());
            }
        }
    }

    [Fact]
    public void An_experiment_changes_neither_the_model_nor_the_resolved_text()
    {
        var (with, without) = (Sample.Sound(With(Sound)), Sample.Sound(With("")));
        Assert.Equal(without.Resolved, with.Resolved);
        Assert.Equal(
            ModelCompiler.Compile(without.Model!).Hash, ModelCompiler.Compile(with.Model!).Hash);
        Assert.Empty(Sample.Sound(ScenarioLoader.LoadText(with.Resolved!, "resolved.yaml")).Experiments);
    }

    [Fact]
    public void Measures_are_goals_that_want_nothing_and_no_part_of_the_model()
    {
        var options = new LoadOptions { Measures = ["of order registered(level commune) within 2d", "overdue(all) at 2021-05-10"] };
        var loaded = Sample.Sound(With("", options));
        var first = loaded.Measures[0];
        Assert.Equal((GoalMeasure.Registered, "order", 2880, 0),
            (first.Measure, first.Directive, first.Within!.Value.Minutes, first.BasisPoints));
        Assert.NotNull(loaded.Measures[1].At);
        Assert.Single(loaded.Model!.Goals);
    }

    [Theory]
    [InlineData("registered(level commune) >= 95%", "is a goal; a measure has no share to be reached: write registered(level commune).")]
    [InlineData("registred(all)", "Did you mean 'registered'?")]
    [InlineData("of nothing registered(all)", "There is no directive 'nothing'.")]
    [InlineData("registered", "is no measure; write one like")]
    [InlineData("registered(all) soon", "is no measure; write one like")]
    [InlineData("registered(all) within 2x", "'2x' is not a length of time")]
    public void A_measure_that_is_none_is_told(string measure, string problem)
    {
        var told = string.Join('\n', With("", new LoadOptions { Measures = [measure] }).Problems);
        Assert.Contains(problem, told, StringComparison.Ordinal);
        Assert.StartsWith("--measure ", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("variants: [base, latter]", "There is no variant 'latter'. There are: base, later, more-staff, both. Did you mean 'later'?")]
    [InlineData("vary: { city.clrk: [1, 2] }", "Did you mean 'clerk'?")]
    [InlineData("vary: { city.clerk: [1, two] }", "'two' is not a whole number")]
    [InlineData("vary: { city.clerk: 1..4/9 }", "is not a whole number")]
    [InlineData("vary: { city.clerk: 1..4 }", "cannot be laid out: The range of 'city.clerk' does not say how many values it has")]
    [InlineData("vary: { city.clerk: 1d..4h/2 }", "have different units")]
    [InlineData("vary: { city.clerk: [2, 2] }", "A value of 'city.clerk' is there twice.")]
    [InlineData("design: factorail", "Did you mean 'factorial'?")]
    [InlineData("replications: 0", "is not a whole number from 1")]
    [InlineData("{ replications: 5, precision: 5% }", "both 'replications' and 'precision'")]
    [InlineData("at-most: 5", "there is none")]
    [InlineData("precision: 0%", "No number of runs makes an interval without width.")]
    [InlineData("measures: [registered(level comune)]", "comune")]
    [InlineData("mesures: []", "Did you mean 'measures'?")]
    public void A_slip_is_told_where_it_is(string written, string problem)
    {
        string inner = written.StartsWith('{') ? written : $"{{ {written} }}";
        var result = With($"experiments:\n  slip: {inner}\n");
        Assert.True(result.HasErrors);
        Assert.Contains(problem, string.Join('\n', result.Problems), StringComparison.Ordinal);
        int line = Text("").Split('\n').Length + 1;
        Assert.Contains(result.Problems, each => each.Line == line);
    }

    private static LoadResult With(string experiments, LoadOptions? options = null) => Sample.Load(Text(experiments), options);

    private static string Text(string experiments) => $"{Sample.Scenario.TrimEnd()}\n{experiments}";
}
