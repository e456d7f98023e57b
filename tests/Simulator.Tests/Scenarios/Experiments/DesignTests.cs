using Simulator.Scenarios.Experiments;

namespace Simulator.Tests.Scenarios.Experiments;

public sealed class DesignTests
{
    private static readonly Factor Clerks = VaryText.Parse("city.clerk=1,2,3").Factor!;
    private static readonly Factor Urgency = VaryText.Parse("d.urgency=urgent,express").Factor!;
    private static readonly Factor Share = VaryText.Parse("ward.stall=0..1").Factor!;

    [Fact]
    public void A_full_factorial_has_every_value_with_every_other_variant_by_variant()
    {
        var cells = Cells("factorial", ["base", "late"], Clerks, Urgency);
        Assert.Equal(12, cells.Count);
        Assert.Equal(
            ["base,city.clerk=1,d.urgency=urgent", "base,city.clerk=1,d.urgency=express", "base,city.clerk=2,d.urgency=urgent"],
            cells.Take(3).Select(cell => cell.Name));
        Assert.Equal("late,city.clerk=3,d.urgency=express", cells[^1].Name);
        Assert.Equal(["city.clerk=2", "d.urgency=express"], cells[3].Sets);
        Assert.Equal([0.5, 1], cells[3].Coordinates);
        Assert.Equal(Enumerable.Range(0, 12), cells.Select(cell => cell.Index));
    }

    [Fact]
    public void Without_anything_varied_the_variants_are_the_cells()
    {
        Assert.Equal(["base", "late"], Cells("factorial", ["base", "late"]).Select(cell => cell.Name));
        Assert.Equal(["base"], Cells("one-at-a-time", []).Select(cell => cell.Name));
    }

    [Fact]
    public void One_at_a_time_begins_with_the_scenario_as_it_stands() => Assert.Equal(
        ["base", "base,city.clerk=1", "base,city.clerk=2", "base,city.clerk=3", "base,d.urgency=urgent", "base,d.urgency=express"],
        Cells("one-at-a-time", [], Clerks, Urgency).Select(cell => cell.Name));

    [Fact]
    public void A_latin_hypercube_has_one_point_in_each_stratum_of_each_range()
    {
        var other = VaryText.Parse("x=10d..30d").Factor!;
        var cells = Cells("latin-hypercube points 20", [], Share, other);
        for (var factor = 0; factor < 2; factor++)
        {
            Assert.Equal(Enumerable.Range(0, 20), cells.Select(cell => (int)(cell.Coordinates[factor] * 20)).Order());
        }

        Assert.All(cells, cell => Assert.Matches(@"^x=[123][0-9](\.[0-9]{1,3})?d$", cell.Sets[1]));
        Assert.NotEqual(cells.Select(cell => (int)(cell.Coordinates[0] * 20)), cells.Select(cell => (int)(cell.Coordinates[1] * 20)));
    }

    [Fact]
    public void In_a_latin_hypercube_listed_values_have_as_many_points_as_one_another()
    {
        var cells = Cells("latin-hypercube points 30", [], Clerks, Share);
        Assert.Equal([10, 10, 10], cells.CountBy(cell => cell.Sets[0]).OrderBy(each => each.Key).Select(each => each.Value));
    }

    /// <summary>A clerk and a quarter is refused by every scenario.</summary>
    [Fact]
    public void Designs_that_sample_try_whole_numbers_of_a_range_between_whole_numbers()
    {
        var range = VaryText.Parse("city.clerk=1..5").Factor!;
        var cells = Cells("latin-hypercube points 30", [], range, Share);
        Assert.Equal([6, 6, 6, 6, 6], cells.CountBy(cell => cell.Sets[0]).OrderBy(each => each.Key).Select(each => each.Value));
        Assert.All(cells, cell => Assert.Equal($"city.clerk={1 + (4 * cell.Coordinates[0])}", cell.Sets[0]));

        cells = Cells("morris trajectories 20", [], range, Share);
        Assert.Equal(["1", "2", "4", "5"], cells.Select(cell => cell.Settings[0].Value).Distinct().Order());
        Assert.All(cells, cell => Assert.Equal($"city.clerk={1 + (4 * cell.Coordinates[0])}", cell.Sets[0]));
        cells = Cells("morris trajectories 20", [], VaryText.Parse("city.clerk=1..3").Factor!, Share);
        Assert.Equal(["1", "2", "3"], cells.Select(cell => cell.Settings[0].Value).Distinct().Order());
    }

    [Fact]
    public void The_same_seed_gives_the_same_cells_and_another_others()
    {
        foreach (var design in new[] { "latin-hypercube points 9", "morris trajectories 4" })
        {
            var cells = Cells(design, [], Share, Urgency).Select(cell => cell.Name).ToList();
            Assert.Equal(cells, Cells($"{design} seed 1", [], Share, Urgency).Select(cell => cell.Name));
            Assert.NotEqual(cells, Cells($"{design} seed 2", [], Share, Urgency).Select(cell => cell.Name));
        }
    }

    [Fact]
    public void A_trajectory_changes_each_factor_once_by_half_of_its_levels()
    {
        var layout = LayOut("morris trajectories 6", ["base", "late"], Clerks, Urgency, Share);
        Assert.Equal(12, layout.Trajectories.Count);
        foreach (var trajectory in layout.Trajectories)
        {
            Assert.Equal(4, trajectory.Cells.Count);
            Assert.All(trajectory.Cells, cell => Assert.Equal(trajectory.Variant, layout.Cells[cell].Variant));
            var steps = trajectory.Cells.Zip(trajectory.Cells.Skip(1), (from, to) =>
                layout.Cells[to].Coordinates.Zip(layout.Cells[from].Coordinates, (b, a) => Math.Abs(b - a)).ToArray());
            Assert.Equal(0.5, steps.Sum(step => step[0]), 12);
            Assert.Equal(1, steps.Sum(step => step[1]), 12);
            Assert.Equal(2.0 / 3, steps.Sum(step => step[2]), 12);
            Assert.All(steps, step => Assert.Single(step, by => by > 0));
        }

        Assert.Equal(layout.Cells.Count, layout.Cells.Select(cell => cell.Name).Distinct().Count());
    }

    [Fact]
    public void A_name_is_fit_for_a_file_and_stays_when_others_come()
    {
        var few = Cells("factorial", [], VaryText.Parse("k.takes=lognormal median 2wd sigma 0.6,1wd").Factor!);
        Assert.Matches("^base,k.takes=lognormal~median~2wd~sigma~0.6~[0-9a-f]{12}$", few[0].Name);
        Assert.Equal("base,k.takes=1wd", few[1].Name);
        Assert.Equal(few[1].Name, Cells("factorial", [], VaryText.Parse("k.takes=1wd,2wd").Factor!)[0].Name);
        var wide = Cells("factorial", [], VaryText.Parse($"k.name={new string('a', 200)}").Factor!);
        Assert.Equal(80, wide[0].Name.Length);
    }

    [Theory]
    [InlineData("factorial")]
    [InlineData("one-at-a-time")]
    [InlineData("latin-hypercube points 20 seed 3")]
    [InlineData("morris trajectories 10 seed 1")]
    public void A_design_reads_as_it_is_written(string text) => Assert.Equal(text, Sound(text).ToString());

    [Theory]
    [InlineData("factorail", "'factorail' is no design.")]
    [InlineData("", "'' is no design.")]
    [InlineData("factorial points 3", "'factorial points 3' is not how factorial is written.")]
    [InlineData("latin-hypercube 20", "'latin-hypercube 20' is not how latin-hypercube is written.")]
    [InlineData("latin-hypercube points 1", "'1' is no number of points, 2 to 100000.")]
    [InlineData("morris trajectories 4 seed x", "'morris trajectories 4 seed x' is not how morris is written.")]
    public void A_design_that_is_none_is_told(string text, string problem)
    {
        Assert.StartsWith(problem, Design.Parse(text).Problem, StringComparison.Ordinal);
        if (text == "factorail")
        {
            Assert.EndsWith("Did you mean 'factorial'?", Design.Parse(text).Problem, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_cannot_be_laid_out_is_told()
    {
        Assert.StartsWith("The range of 'ward.stall' does not say how many values it has; write them after a slash, such as 0..1/5",
            Problem("factorial", Share), StringComparison.Ordinal);
        Assert.Equal("'city.clerk' is varied twice.", Problem("factorial", Clerks, Clerks));
        Assert.StartsWith("'x' has one value", Problem("morris trajectories 2", Clerks, VaryText.Parse("x=1").Factor!), StringComparison.Ordinal);
        Assert.StartsWith("A design such as", Problem("latin-hypercube points 5"), StringComparison.Ordinal);
        var wide = VaryText.Parse("a=1..1000/1000").Factor!;
        Assert.Equal("The design has 1000000 cells, and at most 100000 are allowed.", Problem("factorial", wide, wide with { Path = "b" }));
    }

    private static string? Problem(string design, params Factor[] factors) => Sound(design).LayOut([], factors).Problem;

    private static IReadOnlyList<Cell> Cells(string design, IReadOnlyList<string> variants, params Factor[] factors) =>
        LayOut(design, variants, factors).Cells;

    private static Layout LayOut(string design, IReadOnlyList<string> variants, params Factor[] factors)
    {
        var (layout, problem) = Sound(design).LayOut(variants, factors);
        Assert.True(layout is not null, problem);
        return layout;
    }

    private static Design Sound(string text)
    {
        var (design, problem) = Design.Parse(text);
        Assert.True(design is not null, problem);
        return design;
    }
}
