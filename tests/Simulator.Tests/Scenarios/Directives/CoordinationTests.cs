using Simulator.Kernel.Documents;
using Simulator.Kernel.Time;
using Simulator.Scenarios;

namespace Simulator.Tests.Scenarios.Directives;

public sealed class CoordinationTests
{
    private const string Whole =
        "assignments: [{ id: a, lead: [level: commune], with: offices, wait-for-inputs: 5d, takes: 1wd }]\n"
        + "    report: { collected-by: { district: { in: offices/1 } } }\n"
        + "    copies: [{ to: city-party }, { by: [level: district], to: [kind: office] }]";

    [Fact]
    public void A_lead_waits_so_long_or_for_good_or_not_at_all()
    {
        Assert.Equal(TickSpan.FromDays(5), Order(With(Whole)).Assignments[0].Inputs!.AtMost);
        Assert.Null(Order(With(Whole.Replace("5d", "no-limit", StringComparison.Ordinal))).Assignments[0].Inputs!.AtMost);
        Assert.Null(Order(With(Whole.Replace("5d", "none", StringComparison.Ordinal))).Assignments[0].Inputs);
        Assert.Null(Order(With(Whole.Replace("wait-for-inputs: 5d, ", "", StringComparison.Ordinal))).Assignments[0].Inputs);
    }

    [Fact]
    public void Collectors_and_copies_are_read_with_whom_they_mean()
    {
        var order = Order(With(Whole));
        Assert.Equal("offices/1", Assert.Single(order.CollectedBy["district"]).Named);
        Assert.Equal(["city-party"], order.Copies[0].To.Select(selector => selector.Named));
        Assert.Equal(
            ("district", "office"), (Assert.Single(order.Copies[1].By).Level, Assert.Single(order.Copies[1].To).Kind));
    }

    [Fact]
    public void They_can_be_set_and_taken_away_and_survive_in_the_resolved_text()
    {
        var loaded = Sample.Sound(With(Whole));
        var again = Sample.Sound(ScenarioLoader.LoadText(loaded.Resolved!, "resolved"));
        Assert.Equal(ModelText.Of(loaded.Model!), ModelText.Of(again.Model!));
        Assert.NotEmpty(Order(again).Copies);
        var none = Order(With(Whole, new LoadOptions
        {
            Sets =
            [
                "directives.order.assignments.a.wait-for-inputs=none", "directives.order.report.collected-by=none",
                "directives.order.copies=none",
            ],
        }));
        Assert.Null(none.Assignments[0].Inputs);
        Assert.Empty(none.CollectedBy);
        Assert.Empty(none.Copies);
        var set = Order(With(Whole, new LoadOptions { Sets = ["directives.order.assignments.a.wait-for-inputs=2d"] }));
        Assert.Equal(TickSpan.FromDays(2), set.Assignments[0].Inputs!.AtMost);
    }

    [Theory]
    [InlineData("wait-for-inputs: 5d", "wait-for-inputs: 5wd", "elapsed", null)]
    [InlineData("wait-for-inputs: 5d", "wait-for-inputs: 0d", "no time at all", null)]
    [InlineData("wait-for-inputs: 5d", "wait-for-inputs: ever", "no-limit", null)]
    [InlineData("with: offices, ", "", "nobody whose inputs", null)]
    [InlineData("with: offices", "with: ofices", "no body or group 'ofices'", "offices")]
    [InlineData("wait-for-inputs: 5d", "wait-for-input: 5d", "no key 'wait-for-input'", "wait-for-inputs")]
    [InlineData("district: { in", "distrikt: { in", "no level 'distrikt'", "district")]
    [InlineData("offices/1", "offices/9", "no body or group 'offices/9'", "offices/1")]
    [InlineData("{ district: { in: offices/1 } }", "committee", "cannot be 'committee'", null)]
    [InlineData("report: { ", "report: { periodic: { figures: \"15:00\", due: { commune: \"16:00\" } }, ",
        "cannot be collected", null)]
    [InlineData("to: city-party", "too: city-party", "no key 'too'", "to")]
    [InlineData("{ to: city-party }", "{ by: city }", "'to'", null)]
    [InlineData("to: city-party", "to: city-parti", "no body or group 'city-parti'", "city-party")]
    [InlineData("to: city-party", "to: each addressee", "has a meaning only", null)]
    public void Each_mistake_is_told_with_what_would_be_right(string right, string wrong, string what, string? nearest)
    {
        Assert.Contains(right, Whole, StringComparison.Ordinal);
        var result = With(Whole.Replace(right, wrong, StringComparison.Ordinal));
        Assert.Null(result.Model);
        Assert.Contains(
            result.Problems,
            problem => problem.ToString().Contains(what, StringComparison.Ordinal)
                && problem.Place.Line > 1 && (nearest is null || problem.Nearest == nearest));
    }

    private static Directive Order(LoadResult result) => Sample.Sound(result).Model!.Directives[0];

    private static LoadResult With(string keys, LoadOptions? options = null) => Sample.With(
        "assignments:\n      - { id: plans, by: { level: commune }, takes: lognormal median 2wd sigma 0.6, due: 2021-05-10 }",
        keys, options);
}
