using Simulator.Scenarios;

namespace Simulator.Tests.Scenarios.Organisation;

public sealed class CountedBodiesTests
{
    [Fact]
    public void So_many_in_all_are_spread_evenly_and_the_first_have_one_more()
    {
        var loaded = Sample.Sound(With("villages: { kind: ward, under: wards, in-all: 11 }"));
        Assert.Equal(
            [("wards/1", 4), ("wards/2", 4), ("wards/3", 3)],
            loaded.Model!.Bodies.Where(body => body.Groups.Contains("villages")).CountBy(body => body.Under[0].Superior)
                .Select(each => (each.Key, each.Value)));
        Assert.Equal("villages/11", loaded.Model.Bodies.Last(body => body.Groups.Contains("villages")).Id);
    }

    [Fact]
    public void A_made_up_name_follows_from_the_id_and_changes_nothing_else()
    {
        var (one, two) = (With("villages: { kind: ward, under: wards, in-all: 4, name: \"Thôn {generated}\" }"),
            With("villages: { kind: ward, under: wards, in-all: 9, name: \"Thôn {generated}\" }"));
        string[] names = [.. Names(one)];
        Assert.Equal("Thôn Nguyệt Cầm", names[0]);
        Assert.True(names.Distinct().Count() > 1);
        Assert.Equal(names, Names(two).Take(4));
    }

    [Fact]
    public void A_number_in_all_and_a_number_below_each_are_not_given_together()
    {
        var problem = With("villages: { kind: ward, under: wards, in-all: 4, count: 2 }").Problems.Single();
        Assert.Contains("both 'count' and 'in-all'", problem.What, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Names(LoadResult loaded) => Sample.Sound(loaded).Model!.Bodies
        .Where(body => body.Groups.Contains("villages")).Select(body => body.Name!);

    private static LoadResult With(string entry) => Sample.With("bodies:\n", $"bodies:\n  {entry}\n");
}
