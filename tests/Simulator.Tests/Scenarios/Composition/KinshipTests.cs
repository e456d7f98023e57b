namespace Simulator.Tests.Scenarios.Composition;

public sealed class KinshipTests
{
    [Fact]
    public void A_kind_has_every_key_of_the_one_it_is_like_unless_it_has_its_own()
    {
        var kinds = Sample.Sound(Sample.Load(Sample.Scenario)).Model!.Kinds.ToDictionary(kind => kind.Id);
        Assert.Equal(kinds["office"].Steps.Count, kinds["ward"].Steps.Count);
        Assert.Equal(("commune", "state", 0.05),
            (kinds["ward"].Level, kinds["ward"].Line, kinds["ward"].Conduct.Stall));
        Assert.Equal("district", kinds["committee"].Level);
    }

    [Fact]
    public void A_step_that_is_taken_over_can_be_taken_away()
    {
        var result = Sample.With("bodies:", "kinds: { ward: { steps: { draft: none } } }\nbodies:");
        var ward = Sample.Sound(result).Model!.Kinds.Single(kind => kind.Id == "ward");
        Assert.DoesNotContain(ward.Steps, step => step.Step == Simulator.Kernel.Office.Step.Draft);
    }

    [Theory]
    [InlineData("kinds: { ward: { like: office }, office: { like: ward } }", "like itself")]
    [InlineData("kinds: { ward: { like: offic } }", "no kind 'offic'")]
    [InlineData("kinds: { ward: { like: ward } }", "like itself")]
    public void A_circle_or_an_unknown_kind_is_an_error(string kinds, string what)
    {
        var result = Sample.With("bodies:", $"{kinds}\nbodies:");
        Assert.Contains(result.Problems, problem => problem.What.Contains(what, StringComparison.Ordinal));
    }
}
