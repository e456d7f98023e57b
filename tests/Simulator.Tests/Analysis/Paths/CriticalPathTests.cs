using Simulator.Analysis.Measures;
using Simulator.Analysis.Paths;
using Simulator.Analysis.Traces;
using Simulator.Tests.Kernel.Models;
using Simulator.Tests.Shipped;

namespace Simulator.Tests.Analysis.Paths;

public sealed class CriticalPathTests
{
    public static TheoryData<string> Names => ShippedRun.Names;

    public static TheoryData<int> Seeds => [.. MadeUp.Seeds(60)];

    [Theory]
    [MemberData(nameof(Names))]
    public void In_a_shipped_scenario_the_path_is_as_long_as_the_makespan(string name)
    {
        var played = ShippedRun.Base(name);
        Holds(new RunTrace(played.Model, [.. played.Entries]), name);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void In_a_made_up_hierarchy_with_all_mechanisms_too(int seed)
    {
        var model = seed % 2 == 0
            ? GeneratedModel.Of(seed)
            : GeneratedInterventions.In(GeneratedModel.WithoutMechanisms(seed), seed);
        var played = Played.Of(model, new() { Seed = (ulong)seed });
        Holds(new RunTrace(played.Model, [.. played.Entries]), $"seed {seed}");
    }

    private static void Holds(RunTrace trace, string about)
    {
        var progress = ProgressReader.Read(trace);
        for (var root = 0; root < trace.Model.Directives.Count; root++)
        {
            if (!trace.Model.Directives[root].IsIssued)
            {
                continue;
            }

            foreach (var end in Enum.GetValues<PathEnd>())
            {
                var said = $"{about}, {trace.Model.Directives[root].Source.Id} {end}";
                var expected = EndOf(trace, progress[root], root, end);
                var path = CriticalPath.Find(trace, root, end);
                if (path is null)
                {
                    Assert.True(expected < 0, said);
                    continue;
                }

                Assert.True(path.IsOpen || expected == path.End, $"{said}: ends at {path.End}, not at {expected}");
                Assert.True(path.Start == trace.Model.Directives[root].Issued, $"{said}: begins at {path.Start}");
                Joins(path, said);
                HasNoSlackOnThePath(trace, path, said);
            }
        }
    }

    private static int EndOf(RunTrace trace, IReadOnlyDictionary<int, BodyProgress> progress, int root, PathEnd end) =>
        end == PathEnd.Reported
            ? progress.GetValueOrDefault(trace.IssuerOf(root))?.ClosedAt ?? -1
            : trace.Model.Directives[root].Reach
                .Select(body => progress.GetValueOrDefault(body) is { ArrivedAt: >= 0 } own ? own.CompliedAt : -1)
                .DefaultIfEmpty(-1).Max();

    private static void Joins(CriticalPath path, string about)
    {
        var at = path.Start;
        foreach (var leg in path.Legs)
        {
            Assert.True(leg.Leg.From == at, $"{about}: a leg begins at {leg.Leg.From}, not at {at}");
            at = leg.Leg.To;
            Assert.True(
                leg.Leg.Elapsed == leg.Parts.Sum(part => part.Minutes),
                $"{about}: {leg.Leg.Elapsed} minutes are split into {string.Join(", ", leg.Parts)}");
        }

        Assert.Equal(path.End, at);
        Assert.Equal(path.Makespan, path.Legs.Sum(leg => leg.Leg.Elapsed));
    }

    private static void HasNoSlackOnThePath(RunTrace trace, CriticalPath path, string about)
    {
        for (var place = 0; place < trace.Entries.Length; place++)
        {
            Assert.True(path.SlackAt(place) is null or >= 0, $"{about}: {path.SlackAt(place)} at {place}");
            Assert.True(!path.Holds(place) || path.SlackAt(place) == 0, $"{about}: {path.SlackAt(place)} at {place}");
        }

        Assert.Contains(path.Bodies(), each => each.IsOnPath && each.Minutes == 0);
        Assert.All(path.Legs, leg => Assert.True(leg.RunnerUp is null or { Slack: >= 0 }));
    }
}
