using Simulator.Scenarios;
using Simulator.Scenarios.Problems;

namespace Simulator.Tests.Scenarios.Interventions;

/// <summary>Interventions that cannot follow one another, or cannot be in force in the middle of a run.</summary>
public sealed class InterventionsInTurnTests
{
    private const string Variant = "Write it as a variant";

    [Theory]
    [InlineData(
        "{ id: x, at: 1d, merge: { bodies: [wards/1], into: wards/2 } }",
        "{ id: y, at: 2d, merge: { bodies: [wards/1], into: wards/3 } }")]
    [InlineData(
        "{ id: x, at: 1d, merge: { bodies: [wards/1], into: wards/2 } }",
        "{ id: y, at: 2d, merge: { bodies: [wards/2], into: wards/1 } }")]
    [InlineData(
        "{ id: x, at: 1d, merge: { bodies: [offices/1], into: offices/2 } }",
        "{ id: y, at: 2d, move: { bodies: [wards/1], under: offices/1 } }")]
    [InlineData(
        "{ id: x, at: 1d, merge: { bodies: [wards/1], into: wards/2 } }",
        "{ id: y, at: 1d, merge: { bodies: [wards/1], into: wards/3 } }")]
    public void What_another_has_made_impossible_is_told_at_its_key(string first, string second)
    {
        var loaded = Load(first, second);
        var problem = Assert.Single(loaded.Problems);
        Assert.Equal(Severity.Error, problem.Severity);
        Assert.Equal(Lines + 3, problem.Line);
        Assert.Equal("  - ".Length + second.IndexOf('m', 10) + 1, problem.Column);
        Assert.DoesNotContain(Variant, problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_order_is_that_of_the_moments_and_not_of_the_lines()
    {
        var loaded = Load(
            "{ id: x, at: 2d, merge: { bodies: [wards/1], into: wards/3 } }",
            "{ id: y, at: 1d, merge: { bodies: [wards/1], into: wards/2 } }");
        Assert.Equal(Lines + 2, Assert.Single(loaded.Problems).Line);
    }

    [Fact]
    public void What_an_inject_has_made_impossible_is_told_in_the_file_that_says_it()
    {
        var injects = new InjectFile(
            "injects.yaml",
            "format: 1\nscenario: sample.yaml\ninjects:\n  - { id: y, at: 2d, merge: { bodies: [wards/1], into: wards/3 } }\n");
        var loaded = Load(new LoadOptions { Injects = injects }, "{ id: x, at: 1d, merge: { bodies: [wards/1], into: wards/2 } }");
        var problem = Assert.Single(loaded.Problems);
        Assert.Equal(("injects.yaml", 4), (problem.File, problem.Line));
    }

    [Fact]
    public void What_has_ended_is_in_nobodys_way()
    {
        const string first = "{ id: x, at: 1d, for: 1d, set: { wards.staff: +50 } }";
        const string second = "{ id: y, at: 3d, for: 1d, set: { wards.staff: +50 } }";
        Sample.Sound(Load(first, second));
        var together = Assert.Single(Load(first.Replace("for: 1d", "for: 3d", StringComparison.Ordinal), second).Problems);
        Assert.Equal(Lines + 3, together.Line);
    }

    [Theory]
    [InlineData("{ wards.conduct.stall: 9%, wards.kind: committee }", "'wards.kind'", true)]
    [InlineData("{ wards.conduct.stall: 9%, kinds.ward.steps.draft: none, city.clerk: 2 }", "'kinds.ward.steps.draft'", true)]
    [InlineData("{ bodies.wards.under: nobody }", "'bodies.wards.under'", false)]
    public void What_cannot_be_set_is_told_at_its_path(string set, string path, bool isForVariants)
    {
        var intervention = $"{{ id: x, at: 1d, set: {set} }}";
        var problem = Load(intervention).Problems.First(each => each.Severity == Severity.Error);
        Assert.Contains(path, problem.What, StringComparison.Ordinal);
        Assert.Equal("  - ".Length + intervention.IndexOf(path.Trim('\''), StringComparison.Ordinal) + 1, problem.Column);
        Assert.Equal(isForVariants, problem.ToString().Contains(Variant, StringComparison.Ordinal));
    }

    [Fact]
    public void A_message_that_names_the_variant_itself_is_not_told_so_twice()
    {
        var loaded = Load(
            new LoadOptions { Sets = ["channels.axis.unseen=5%"] }, "{ id: x, at: 1d, merge: { bodies: [wards/1], into: wards/2 } }");
        var words = Assert.Single(loaded.Problems).ToString();
        Assert.Contains("in a variant", words, StringComparison.Ordinal);
        Assert.DoesNotContain(Variant, words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("close: [wards/1]", "'wards/1' is dissolved by then")]
    [InlineData("absent: { of: [wards/1], staff: 1 }", "'wards/1' is dissolved by then")]
    [InlineData("remind: { by: [wards/1] }", "'wards/1' is dissolved by then")]
    public void What_is_done_to_somebody_who_is_gone_is_warned_of(string act, string what)
    {
        var loaded = Load(
            "{ id: x, at: 1d, merge: { bodies: [wards/1], into: wards/2 } }", $"{{ id: y, at: 2d, {act} }}");
        var problem = Assert.Single(loaded.Problems);
        Assert.Equal((Severity.Warning, Lines + 3), (problem.Severity, problem.Line));
        Assert.Contains(what, problem.What, StringComparison.Ordinal);
        Sample.Sound(Load(
            "{ id: x, at: 2d, merge: { bodies: [wards/1], into: wards/2 } }", $"{{ id: y, at: 1d, {act} }}"));
    }

    private static int Lines => Sample.Scenario.Split('\n').Length;

    private static LoadResult Load(params string[] interventions) => Load(new LoadOptions(), interventions);

    private static LoadResult Load(LoadOptions options, params string[] interventions) => Sample.Load(
        $"{Sample.Scenario}\ninterventions:\n{string.Concat(interventions.Select(each => $"  - {each}\n"))}", options);
}
