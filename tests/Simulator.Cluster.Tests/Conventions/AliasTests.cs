using System.Reflection;
using Simulator.Cluster.Tests.Wire;
using Simulator.Cluster.Wire;

namespace Simulator.Cluster.Tests.Conventions;

public sealed class AliasTests
{
    [Fact]
    public void All_that_crosses_has_a_versioned_alias_and_no_two_are_alike() =>
        Assert.Empty(AliasRules.Broken(Named([.. CrossingTypes.Own, .. CrossingTypes.Grains, typeof(Plain<>)])));

    [Fact]
    public void All_calls_have_an_alias_and_no_two_of_a_grain_are_alike() =>
        Assert.Empty(CrossingTypes.Grains.SelectMany(grain => AliasRules.BrokenMethods(Named(grain.GetMethods()))));

    [Fact]
    public void There_are_grains_and_values_to_look_at()
    {
        Assert.True(CrossingTypes.Grains.Count >= 6);
        Assert.True(CrossingTypes.Own.Count >= 15);
    }

    [Fact]
    public void A_type_without_a_version_is_seen_and_one_that_takes_the_name_of_another_too() => Assert.Equal(
        [
            "Nameless has the alias '' and none that ends in a version.",
            "Timeless has the alias 'simulator.timeless' and none that ends in a version.",
            "First and Second have the alias 'simulator.first.v1'.",
        ],
        AliasRules.Broken(
        [
            ("Nameless", null), ("Timeless", "simulator.timeless"), ("First", "simulator.first.v1"),
            ("Second", "simulator.first.v1"), ("Third", "simulator.third.v12"),
        ]));

    [Fact]
    public void A_call_without_an_alias_is_seen_and_one_that_takes_that_of_another_too() => Assert.Equal(
        ["Nameless has no alias.", "First and Second have the alias 'first'."],
        AliasRules.BrokenMethods([("Nameless", null), ("First", "first"), ("Second", "first"), ("Third", "third")]));

    private static IEnumerable<(string Name, string? Alias)> Named(IEnumerable<MemberInfo> members) =>
        members.Select(member => (member.Name, member.GetCustomAttribute<AliasAttribute>()?.Alias));
}
