using Simulator.Kernel.Organisation;
using Simulator.Scenarios;
using Simulator.Scenarios.Problems;

namespace Simulator.Tests.Scenarios.Organisation;

public sealed class RestructuringTests
{
    private const string Flat = "{ remove-tier: { level: middle, staff: lost } }";

    private static readonly string Three = Sample.Scenario
        .Replace("bodies:\n", "levels: [top, district, middle, commune]\nbodies:\n", StringComparison.Ordinal)
        .Replace("bodies:\n", "kinds: { middle: { like: committee, level: middle } }\nbodies:\n", StringComparison.Ordinal)
        .Replace("under: city, count: 3", "under: towns, count: 3", StringComparison.Ordinal)
        .Replace("bodies:\n", "bodies:\n  towns: { kind: middle, under: city, count: 2 }\n", StringComparison.Ordinal);

    [Fact]
    public void A_variant_takes_out_a_tier_and_its_resolved_text_declares_it()
    {
        var plain = Sample.Sound(Sample.Load(Three));
        Assert.All(plain.Model!.Bodies, body => Assert.Null(body.Dissolved));
        var loaded = Sample.Sound(With(Flat));
        Assert.Equal(["towns/1", "towns/2"], loaded.Model!.Bodies.Where(body => body.Dissolved is not null).Select(body => body.Id));
        Assert.Equal("city", Of(loaded, "wards/4").Under[0].Superior);
        Assert.Contains("remove-tier", loaded.Resolved, StringComparison.Ordinal);
        var again = Sample.Sound(ScenarioLoader.LoadText(loaded.Resolved!, "resolved"));
        Assert.Equal(ModelText.Of(loaded.Model), ModelText.Of(again.Model!));
        Assert.Equal(loaded.Resolved, again.Resolved);
        Assert.Equal("Restructured: 2 dissolved, 16 people lost", loaded.Labels.Restructured.En);
    }

    [Fact]
    public void A_setting_reaches_the_restructuring_of_a_variant()
    {
        var loaded = Sample.Sound(With(Flat, "restructuring.1.remove-tier.staff=to-superior"));
        Assert.Equal(new HeadCounts(3, 6, 15), Of(loaded, "city").Heads);
    }

    [Fact]
    public void Restructurings_of_the_scenario_come_before_those_of_a_variant_and_one_follows_another()
    {
        var text = Three.Replace(
            "observed:", "restructuring: [{ move: { bodies: [wards/1], under: towns/2 } }]\nobserved:", StringComparison.Ordinal);
        var change = "{ merge: [{ bodies: [towns/1], into: towns/2 }, { bodies: [wards/1, wards/2], into: wards/2 }] }";
        var loaded = Sample.Sound(With(change, text: text));
        Assert.Equal("towns/2", Of(loaded, "wards/3").Under[0].Superior);
        Assert.Equal(["wards/2"], Of(loaded, "wards/1").Dissolved!.Heirs);
        Assert.Equal(10, Of(loaded, "wards/2").Heads.Staff);
    }

    [Theory]
    [InlineData("{ remove-tier: { level: midle } }", "no level 'midle'", "middle")]
    [InlineData("{ remove-tier: { kind: midle } }", "no kind 'midle'", "middle")]
    [InlineData("{ remove-tier: { staff: lost } }", "not said which tier", null)]
    [InlineData("{ remove-tier: { level: middle, staff: gone } }", "cannot be 'gone'", null)]
    [InlineData("{ remove-tier: { level: middle, of: twns } }", "no body 'twns'", "towns")]
    [InlineData("{ remove-tier: { level: middle, of: wards/1 } }", "Nobody fits", null)]
    [InlineData("{ remove-tier: { level: top } }", "Nobody fits", null)]
    [InlineData("{ remove-tier: { kind: committee } }", "nobody above it", null)]
    [InlineData("{ remove-teer: { level: middle } }", "no key 'remove-teer'", "remove-tier")]
    [InlineData("{ merge: { bodies: [towns/1] } }", "'into'", null)]
    [InlineData("{ merge: { bodies: [led], into: towns/1 } }", "has no issuer", null)]
    [InlineData("{ merge: { bodies: [towns/1], into: towns/1 } }", "into itself", null)]
    [InlineData("{ merge: { bodies: [towns/1], into: wards/1 } }", "stands below it", null)]
    [InlineData("{ merge: { bodies: [twns/1], into: towns/2 } }", "no body or group 'twns/1'", "towns/1")]
    [InlineData("{ move: { bodies: [towns/1], under: wards/1 } }", "stands below it", null)]
    [InlineData("{ move: { bodies: [wards/1], under: towns } }", "is a group", null)]
    [InlineData("{ move: { bodies: [wards/1], under: towns/2, line: police } }", "no line 'police'", null)]
    public void What_makes_no_sense_is_told_with_its_place(string change, string what, string? nearest)
    {
        var problems = With(change).Problems;
        var told = problems.FirstOrDefault(problem => problem.Severity == Severity.Error
            && problem.ToString().Contains(what, StringComparison.Ordinal));
        Assert.True(told is not null, string.Join('\n', problems));
        Assert.True(told.Place.Line > 1);
        Assert.Equal(nearest, nearest is null ? null : told.Nearest);
    }

    private static LoadResult With(string change, string? set = null, string? text = null) => Sample.Load(
        (text ?? Three).Replace("variants:\n", $"variants:\n  flat: {change}\n", StringComparison.Ordinal),
        new LoadOptions { Variant = "flat", Sets = set is null ? [] : [set] });

    private static Body Of(LoadResult loaded, string id) => loaded.Model!.Bodies.Single(body => body.Id == id);
}
