using Simulator.Kernel.Documents;
using Simulator.Kernel.Organisation;
using Simulator.Scenarios;

namespace Simulator.Tests.Scenarios.Directives;

public sealed class ObservedTests
{
    private const string Paper = "{ symbol: 756/UBND, from: city, issued: 2021-05-04 }";

    [Fact]
    public void A_paper_is_known_by_symbol_body_and_day()
    {
        var paper = Assert.Single(With(Paper).Observed);
        Assert.Equal(("756/UBND", "order", "city", false),
            (paper.Symbol, paper.Directive, paper.Body, paper.IsArrival));
        Assert.Equal(("2021-05-04T00:00", "2021-05-04T00:00"),
            (paper.Earliest.ToString(), paper.Latest.ToString()));
    }

    [Fact]
    public void The_day_may_be_known_within_bounds_or_for_the_arrival_only()
    {
        Assert.Equal("2021-06-30T00:00", With("{ from: city, issued: [2021-06-01, 2021-06-30] }")
            .Observed[0].Latest.ToString());
        Assert.True(With("{ at: wards/1, arrived: 2021-05-07 }").Observed[0].IsArrival);
    }

    [Theory]
    [InlineData("{ from: city, issued: 2021-05-06T10:15, pin: true }", "2021-05-06T10:15")]
    [InlineData("{ from: city, issued: 2021-05-06, pin: true }", "2021-05-06T07:30")]
    [InlineData("{ from: city, issued: 2021-05-08, pin: true }", "2021-05-08T00:00")]
    public void A_pinned_paper_is_issued_then_a_day_alone_means_the_first_hour_the_clerk_works(string paper,
        string at)
    {
        var model = With(paper);
        Assert.Equal(new PinnedPaper("order", "city", model.Axis.ToTick(Time(at))),
            Assert.Single(model.Pinned));
    }

    [Fact]
    public void A_shifted_scenario_pins_nothing()
    {
        var result = Sample.With(Paper, "{ from: city, issued: 2021-05-06, pin: true }",
            new LoadOptions { Variant = "later" });
        Assert.Empty(Sample.Sound(result).Model!.Pinned);
    }

    [Theory]
    [InlineData("{ from: city, issued: [2021-06-30, 2021-06-01] }", "is before the first")]
    [InlineData("{ from: city, issued: 2021-13-01 }", "months run from 1 to 12")]
    [InlineData("{ from: city, at: city, issued: 2021-05-04 }", "either issued by a body or arrived")]
    [InlineData("{ from: city }", "either issued by a body or arrived")]
    [InlineData("{ from: cty, issued: 2021-05-04 }", "no body 'cty'")]
    [InlineData("{ from: city, issued: [2021-05-04, 2021-05-05], pin: true }", "can be pinned")]
    [InlineData("{ at: city, arrived: 2021-05-04, pin: true }", "can be pinned")]
    [InlineData("{ from: city-party, issued: 2021-05-04, pin: true }", "issues the directive itself")]
    [InlineData("{ from: city, issued: 2021-04-04T08:00, pin: true }", "outside the scenario")]
    [InlineData("{ from: city, issued: 2021-05-04T07:30, pin: true }", "before its directive is issued")]
    public void What_cannot_have_been_observed_is_an_error(string paper, string what) =>
        Assert.Contains(
            Sample.With(Paper, paper).Problems, problem =>
                problem.What.Contains(what, StringComparison.Ordinal));

    private static Model With(string paper) => Sample.Sound(Sample.With(Paper, paper)).Model!;

    private static Simulator.Kernel.Time.CivilTime Time(string text) =>
        Simulator.Kernel.Time.CivilTime.TryParse(text, out var time) ? time
            : throw new ArgumentException(text);
}
