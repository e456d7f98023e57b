using Simulator.Kernel.Documents;
using Simulator.Scenarios;

namespace Simulator.Tests.Scenarios.Directives;

/// <summary>Instructions that exclude each other, and what does not go together with that.</summary>
public sealed class ConflictTests
{
    private const string Third = "  - { id: third, from: city-party, issued: 2021-05-06, to: [city], ";

    [Fact]
    public void An_assignment_names_what_excludes_it()
    {
        var model = Sample.Sound(Sample.Load(Text("", ""))).Model!;
        Assert.Equal([new AssignmentReference("order", "plans")], model.Directives[1].Assignments[0].ConflictsWith);
    }

    [Theory]
    [InlineData("", Third + "supersedes: open }\n", "'third' refers to 'open' or takes its place")]
    [InlineData("", Third + "supersedes: order }\n", "'third' refers to 'order' or takes its place")]
    [InlineData("", Third + "implements: order }\n", "'third' refers to 'order' or takes its place")]
    [InlineData("", Third + "updates: order, changes: [{ assignment: plans, takes: 1wd }] }\n", "'third' refers to 'order'")]
    [InlineData("", "recalls: [{ directive: open, at: 2021-05-07 }]\n", "'open' is recalled")]
    [InlineData("", "recalls: [{ directive: order, at: 2021-05-07 }]\n", "'order' is recalled")]
    [InlineData("    supersedes: order\n", "", "'open' refers to 'order' or takes its place")]
    [InlineData("    duplicates: 10%\n", "", "'open' comes to some twice")]
    public void What_becomes_of_a_directive_is_settled_by_one_thing(string own, string beside, string told)
    {
        var text = Text(own, beside);
        var problem = Sample.OnlyProblem(Sample.Load(text));
        Assert.StartsWith(told, problem.What, StringComparison.Ordinal);
        Assert.Equal("Leave 'conflicts-with' out.", problem.Right);
        Assert.StartsWith("order/plans", text.Split('\n')[problem.Line - 1][(problem.Column - 1)..], StringComparison.Ordinal);
    }

    private static string Text(string own, string beside) => Sample.Scenario.Replace(
        "observed:",
        $$"""
          - id: open
            from: city-party
            issued: 2021-05-05
            to: [city]
        {{own}}    assignments:
              - { id: shops, by: { level: commune }, takes: 1wd,
                  conflicts-with: [order/plans] }
        {{beside}}observed:
        """,
        StringComparison.Ordinal).Replace("symbol: 756/UBND,", "symbol: 756/UBND, directive: order,", StringComparison.Ordinal);
}
