using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Simulator.Cluster.Tests.Conventions;

/// <summary>Who calls whom: the clock its regions, a region its bodies, and nobody else.</summary>
public sealed class CallerTests
{
    [Theory]
    [InlineData("IBodyGrain", "IBodyGrain", "BodyGrain", "RegionGrain")]
    [InlineData("IRegionGrain", "IRegionGrain", "RegionGrain", "RunAttempt")]
    [InlineData("IRunGrain", "IRunGrain", "RunGrain", "RegionGrain", "BodyGrain", "RunFollower", "ClusterEngine")]
    [InlineData("IReplicationGrain", "IReplicationGrain", "ReplicationGrain", "SweepShareGrain")]
    [InlineData("ISweepShareGrain", "ISweepShareGrain", "SweepShareGrain", "SweepGrain")]
    [InlineData("ISweepGrain", "ISweepGrain", "SweepGrain", "SweepFollower", "ClusterEngine")]
    public void A_grain_is_called_only_by_whom_it_is_meant_for(string grain, params string[] callers) =>
        Assert.Empty(Strangers(Sources(), grain, callers));

    [Fact]
    public void A_caller_that_a_grain_is_not_meant_for_is_seen() => Assert.Equal(
        ["Meddler"],
        Strangers(
            [("Meddler", "grains.GetGrain<IBodyGrain>(key).Drop()"), ("RegionGrain", "IBodyGrain[] bodies"),
                ("Other", "ITheIBodyGrainOfOthers")],
            "IBodyGrain",
            ["RegionGrain"]));

    private static IEnumerable<string> Strangers(
        IEnumerable<(string Name, string Text)> sources, string grain, string[] callers) =>
        from source in sources
        where Regex.IsMatch(source.Text, $@"\b{grain}\b") && !callers.Contains(source.Name)
        select source.Name;

    private static IEnumerable<(string Name, string Text)> Sources([CallerFilePath] string here = "")
    {
        var source = Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "src", "Simulator.Cluster");
        return Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(file => (Path.GetFileNameWithoutExtension(file), File.ReadAllText(file)));
    }
}
