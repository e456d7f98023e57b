using Simulator.Kernel.Conduct;
using Simulator.Scenarios;
using Simulator.Scenarios.Problems;

namespace Simulator.Tests.Scenarios.Organisation;

public sealed class ReportingTests
{
    [Fact]
    public void Figures_are_as_true_as_their_kind_makes_them() => Assert.Equal(
        new ReportingRule { Inflates = 0.3, Errs = 0.05, ErrorSize = 0.2 },
        Rule("{ inflates: 30%, errs: 5%, error-size: 20%, source: assumed }"));

    [Fact]
    public void An_error_is_a_tenth_at_most_where_nothing_is_said() =>
        Assert.Equal(new ReportingRule { Errs = 0.05, ErrorSize = 0.1 }, Rule("{ errs: 5% }"));

    [Fact]
    public void A_rule_can_be_set_and_taken_away()
    {
        var set = Sample.Set("kinds.ward.reporting.inflates=20%");
        Assert.Equal(0.2, Ward(Sample.Sound(set))!.Inflates);
        Assert.Null(Ward(Sample.Sound(Sample.Set("kinds.ward.reporting.inflates=20%", "kinds.ward.reporting=none"))));
    }

    [Fact]
    public void The_resolved_text_gives_the_same_rule()
    {
        var loaded = Sample.Sound(Sample.Set("kinds.ward.reporting.inflates=20%"));
        var again = Sample.Sound(ScenarioLoader.LoadText(loaded.Resolved!, "resolved"));
        Assert.Equal(ModelText.Of(loaded.Model!), ModelText.Of(again.Model!));
    }

    [Theory]
    [InlineData("{ inflates: 130% }", "'inflates' is wrong: '130", null)]
    [InlineData("{ inflate: 30% }", "no key 'inflate'", "inflates")]
    [InlineData("30%", "cannot be '30%'", null)]
    [InlineData("[30%]", "cannot be a list", null)]
    public void A_mistake_is_told_with_what_would_be_right(string rule, string what, string? nearest)
    {
        var problem = Loaded(rule).Problems.First(each => each.Severity == Severity.Error);
        Assert.Contains(what, problem.ToString(), StringComparison.Ordinal);
        Assert.Equal(nearest, problem.Nearest);
        Assert.StartsWith("sample.yaml:6:", problem.ToString(), StringComparison.Ordinal);
    }

    private static ReportingRule? Rule(string rule) => Ward(Sample.Sound(Loaded(rule)));

    private static ReportingRule? Ward(LoadResult loaded) =>
        loaded.Model!.Kinds.Single(kind => kind.Id == "ward").Reporting;

    private static LoadResult Loaded(string rule) => Sample.With(
        "include: [test/office]", $"include: [test/office]\nkinds: {{ ward: {{ reporting: {rule} }} }}");
}
