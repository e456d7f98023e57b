using Simulator.Scenarios;

namespace Simulator.Tests.Scenarios.Composition;

public sealed class VariantsTests
{
    [Fact]
    public void A_shift_moves_start_issue_and_due_date_and_leaves_what_was_observed()
    {
        var plain = Sample.Sound(Sample.Load(Sample.Scenario)).Model!;
        var later = Sample.Sound(Sample.Variant("later")).Model!;
        Assert.Equal("2021-05-06T07:00", later.Axis.Start.ToString());
        Assert.Equal(plain.Directives[0].Issued, later.Directives[0].Issued);
        Assert.Equal(plain.Directives[0].Assignments[0].Due, later.Directives[0].Assignments[0].Due);
        Assert.Equal(plain.Observed[0].Earliest, later.Observed[0].Earliest);
        Assert.Equal("later", later.Variant);
    }

    [Fact]
    public void A_shift_by_hours_keeps_the_end_of_a_day_that_is_due()
    {
        var earlier =
            Sample.Sound(Sample.With("shift: 2d", "shift: -1h", new LoadOptions { Variant = "later" }))
                .Model!;
        var due = earlier.Axis.ToCivil(earlier.Directives[0].Assignments[0].Due!.Value);
        Assert.Equal(("2021-05-04T06:00", "2021-05-10T23:00"),
            (earlier.Axis.Start.ToString(), due.ToString()));
    }

    [Fact]
    public void A_shift_moves_the_moment_at_which_a_goal_is_asked()
    {
        var moved = Sample.With(">= 95% within 3d", ">= 95% at 2021-05-10", new Simulator.Scenarios.LoadOptions { Variant = "later" });
        Assert.Equal("registered(level commune) >= 95% at 2021-05-12", Sample.Sound(moved).Model!.Goals[0].Text);
    }

    [Fact]
    public void A_relative_value_starts_from_what_the_kind_says()
    {
        var model = Sample.Sound(Sample.Variant("more-staff")).Model!;
        Assert.All(model.Bodies.Where(body => body.Kind == "ward"), ward =>
            Assert.Equal(6, ward.Heads.Staff));
        Assert.All(model.Bodies.Where(body => body.Kind == "office"), office =>
            Assert.Null(office.Heads.Staff));
    }

    [Fact]
    public void A_list_combines_variants_in_order()
    {
        var both = Sample.Sound(Sample.Variant("both")).Model!;
        Assert.Equal("2021-05-06T07:00", both.Axis.Start.ToString());
        Assert.Equal(6, both.Bodies.Single(body => body.Id == "wards/1").Heads.Staff);
    }

    [Fact]
    public void A_variant_that_is_not_there_is_told_with_the_nearest() =>
        Assert.Equal("later", Sample.OnlyProblem(Sample.Variant("latr")).Nearest);

    [Fact]
    public void Names_of_variants_are_known_without_applying_them() =>
        Assert.Equal(["later", "more-staff", "both"], Sample.Load(Sample.Scenario).Variants);

    [Fact]
    public void A_slip_in_a_variant_is_told_although_another_is_run()
    {
        var result = Sample.With("wards.staff: +1", "wards.stff: +1", new LoadOptions { Variant = "later" });
        Assert.Contains("'wards.stff' leads nowhere", Sample.OnlyProblem(result)
            .What, StringComparison.Ordinal);
    }

    [Fact]
    public void Variants_of_variants_of_variants_do_not_multiply_without_end()
    {
        string towers = string.Concat(Enumerable.Range(1, 30)
            .Select(i => $"  v{i}: [{string.Join(", ", Enumerable.Repeat($"v{i - 1}", 10))}]\n"));
        var result = Sample.Load(Sample.Scenario + "\n  v0: { shift: 0d }\n" + towers);
        Assert.Contains(result.Problems, problem =>
            problem.What.Contains("more than 1000 parts", StringComparison.Ordinal));
    }
}
