using Simulator.Kernel.Documents;
using Simulator.Scenarios;

namespace Simulator.Tests.Scenarios.Directives;

/// <summary>What directives are to each other, as scenarios say it, and the mistakes that can be made.</summary>
public sealed class FlightTests
{
    private const string Text = """
        format: 1
        scenario: flight
        start: 2021-03-01T07:00
        until: 30d
        include: [vn/2021]
        bodies:
          province: { kind: province-committee }
          districts: { kind: district-committee, under: province, count: 2 }
        directives:
          - id: first
            from: province
            issued: 2021-03-01T08:00
            to: [subordinates]
            assignments: [{ id: plan, by: each addressee, takes: 2wd, due: 5d }]
          - { id: second, from: province, issued: 2021-03-02T08:00, to: [subordinates], updates: first, changes: [
              { assignment: plan, due: 2021-03-10, takes: 1wd }] }
          - { id: third, from: province, issued: 2021-03-03T08:00, to: [subordinates], supersedes: first, mistyped: 10%,
              unresolved: clarify, duplicates: 20% }
        recalls:
          - { directive: third, at: 2021-03-04T08:00, if-registered: yields, work-in-hand: finishes }
        """;

    [Fact]
    public void Relations_and_recalls_are_read()
    {
        var model = Sample.Sound(ScenarioLoader.LoadText(Text, "flight")).Model!;
        var update = model.Directives[1].Relation!;
        Assert.Equal((RelationKind.Updates, "first", false), (update.Kind, update.Directive, update.RegisteredYields));
        var change = Assert.Single(update.Changes);
        Assert.Equal("2021-03-11T00:00", model.Axis.ToCivil(change.Due!.Value).ToString());
        Assert.Equal(480, change.Takes!.Mean);
        var newer = model.Directives[2];
        Assert.Equal((true, false), (newer.Relation!.RegisteredYields, newer.Relation.FinishesWork));
        Assert.Equal((0.1, true), (newer.Relation.Mistyped, newer.Relation.Clarifies));
        Assert.Equal(0.2, newer.Duplicates);
        var recall = Assert.Single(model.Recalls);
        Assert.Equal(("third", true, true), (recall.Directive, recall.RegisteredYields, recall.FinishesWork));
    }

    [Theory]
    [InlineData("supersedes: first", "supersedes: frist", "no directive 'frist'", "first")]
    [InlineData("supersedes: first", "supersedes: third", "refers to itself", null)]
    [InlineData("supersedes: first", "supersedes: first, replaces: second", "both supersedes and replaces", null)]
    [InlineData("supersedes: first", "superseeds: first", "no key 'superseeds'", "supersedes")]
    [InlineData("issued: 2021-03-02T08:00", "issued: 2021-03-01T07:30", "is issued before 'first'", null)]
    [InlineData("{ assignment: plan,", "{ assignment: paln,", "no assignment 'paln'", "plan")]
    [InlineData(
        "updates: first,", "updates: first, assignments: [{ id: a, by: each addressee, takes: 1wd }],",
        "has assignments of its own", null)]
    [InlineData("updates: first,", "implements: first,", "Only a directive that updates", null)]
    [InlineData("updates: first, ", "", "no directive that they change", null)]
    [InlineData("supersedes: first, ", "", "no reference that could be mistyped", null)]
    [InlineData("directive: third, at: 2021-03-04T08:00", "directive: third, at: 2021-03-02T08:00", "is issued at", null)]
    [InlineData(
        "directive: third, at: 2021-03-04T08:00", "directive: third, at: 2022-03-02T08:00", "the scenario lasts from", null)]
    [InlineData(
        "  - { directive: third,", "  - { directive: third, at: 2021-03-05T08:00 }\n  - { directive: third,",
        "recalled already", null)]
    [InlineData("if-registered: yields", "if-registered: yield", "cannot be 'yield'", "yields")]
    [InlineData("duplicates: 20%", "duplicates: 120%", "more than 100%", null)]
    public void A_mistake_is_told_with_its_place(string right, string wrong, string what, string? nearest)
    {
        Assert.Contains(right, Text, StringComparison.Ordinal);
        var result = ScenarioLoader.LoadText(Text.Replace(right, wrong, StringComparison.Ordinal), "flight");
        var problem = result.Problems.FirstOrDefault(each => each.ToString().Contains(what, StringComparison.Ordinal));
        Assert.True(problem is not null, string.Join(Environment.NewLine, result.Problems));
        Assert.Equal(nearest, problem.Nearest);
        Assert.True(problem.Place.Line > 1);
    }
}
