using Simulator.Scenarios;

namespace Simulator.Tests.Scenarios.Composition;

public sealed class ResolvedTests
{
    [Theory]
    [InlineData("bodies:\n", "bodies:\n  extra: { kind: office, members: { a: , b: ~ } }\n")]
    [InlineData("goals:\n  - registered(level commune) >= 95% within 3d\n", "goals:\n")]
    [InlineData("name: UBND thành phố", "name: \"null\"")]
    [InlineData("name: UBND thành phố", "name: \"two\\nlines\\tand: a tab\"")]
    [InlineData("name: UBND thành phố", "name: \"- no list, # no comment, 'no' \\\"quote\\\" 😀\"")]
    [InlineData("name: UBND thành phố", "name: { vi: \"\", en: \" spaces \" }")]
    public void Whatever_a_text_holds_it_reads_back_as_itself(string right, string changed)
    {
        var first = Sample.Sound(Sample.With(right, changed.ReplaceLineEndings("\n")));
        var second = Sample.Sound(ScenarioLoader.LoadText(first.Resolved!, "resolved"));
        Assert.Equal(ModelText.Of(first.Model!), ModelText.Of(second.Model!));
        Assert.Equal(first.Labels.BodyNames["city"], second.Labels.BodyNames["city"]);
    }

    [Fact]
    public void A_resolved_scenario_names_its_variant_and_needs_no_other_file()
    {
        var resolved = Sample.Variant("both").Resolved!;
        Assert.DoesNotContain("include", resolved, StringComparison.Ordinal);
        Assert.DoesNotContain("variants", resolved, StringComparison.Ordinal);
        Assert.Equal("both", Sample.Sound(ScenarioLoader.LoadText(resolved, "resolved")).Model!.Variant);
    }
}
