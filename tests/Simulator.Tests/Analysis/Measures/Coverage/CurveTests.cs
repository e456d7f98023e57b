using Simulator.Analysis.Measures;
using Simulator.Analysis.Measures.Coverage;
using Simulator.Analysis.Measures.Delays;
using Simulator.Analysis.Traces;
using Simulator.Kernel.Engine;
using Simulator.Tests.Kernel.Models;
using Simulator.Tests.Shipped;

namespace Simulator.Tests.Analysis.Measures.Coverage;

/// <summary>Curves over time are, at each moment, what is counted of the journal until then.</summary>
public sealed class CurveTests
{
    public static TheoryData<string> Scenarios => ShippedRun.Names;

    public static TheoryData<int> Seeds => [.. MadeUp.Seeds(60)];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Curves_of_shipped_runs_are_what_is_counted_at_each_moment(string name) => AgreeWithCounts(ShippedRun.Base(name));

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Curves_of_made_up_models_are_what_is_counted_at_each_moment(int seed) =>
        AgreeWithCounts(Played.Of(GeneratedModel.Of(seed), new RunOptions { Seed = (ulong)seed }));

    private static void AgreeWithCounts(Played played)
    {
        var trace = new RunTrace(played.Model, [.. played.Entries]);
        var progress = ProgressReader.Read(trace);
        var end = played.Until;
        // The first directives tell enough: some scenarios have hundreds.
        var roots = Enumerable.Range(0, trace.Model.Directives.Count)
            .Where(root => trace.Model.Directives[root].IsIssued && trace.Model.Directives[root].Issued <= end).Take(3).ToList();
        var states = roots.ToDictionary(root => root, root => AssignmentStatesOverTime.Read(trace, root, Grouping.Level, end));
        var known = roots.ToDictionary(root => root, root => CoverageCurve.Known(trace, root, end));
        foreach (var root in roots)
        {
            KeepsItsShape(CoverageCurve.All(trace, root, progress[root]), trace, root);
        }

        foreach (var tick in Moments(played, end))
        {
            var then = ProgressReader.Read(trace, tick);
            foreach (var root in roots.Where(root => trace.Model.Directives[root].Issued <= tick))
            {
                Agrees(CoverageCurve.All(trace, root, progress[root]).At(tick), then[root], trace, root);
                var issuer = then[root].GetValueOrDefault(trace.IssuerOf(root));
                var told = known[root].Last(step => step.At <= tick);
                Assert.Equal((issuer?.ReportedBodies ?? 0, issuer?.ReportedComplied ?? 0), (told.Bodies, told.Complied));
                Assert.Equal(
                    StateCounts.ByLevel(trace.Model, root, then[root], tick),
                    states[root].Select(level => (level.Name, level.At(tick))).Where(each => each.Item2.All > 0));
            }
        }
    }

    private static void Agrees(CoverageStep step, IReadOnlyDictionary<int, BodyProgress> then, RunTrace trace, int root)
    {
        var bodies = trace.Model.Directives[root].Reach.Select(then.GetValueOrDefault).OfType<BodyProgress>().ToList();
        Assert.Equal(
            (bodies.Count(body => body.ArrivedAt >= 0), bodies.Count(body => body.RegisteredAt >= 0),
                bodies.Count(body => body.CompliedAt >= 0), bodies.Count(body => body.ReportArrivedAt >= 0)),
            (step.Reached, step.Registered, step.Complied, step.Reported));
        Assert.Equal(bodies.Sum(body => (long)body.ContentShare), step.Content);
    }

    private static void KeepsItsShape(CoverageCurve curve, RunTrace trace, int root)
    {
        Assert.Equal(trace.Model.Directives[root].Issued, curve.Steps[0].At);
        Assert.Equal(default, curve.At(trace.Model.Directives[root].Issued - 1));
        foreach (var (before, after) in curve.Steps.Zip(curve.Steps.Skip(1)))
        {
            Assert.True(before.At < after.At && before.Reached <= after.Reached && before.Registered <= after.Registered);
            Assert.True(before.Complied <= after.Complied && before.Reported <= after.Reported);
            Assert.NotEqual(before with { At = after.At }, after);
        }

        Assert.True(curve.Steps[^1].Reached <= curve.Addressed);
    }

    private static IEnumerable<int> Moments(Played played, int end)
    {
        var ticks = played.Entries.Select(entry => entry.Tick).Distinct().ToList();
        return Enumerable.Range(0, 12).Select(place => ticks.Count == 0 ? 0 : ticks[place * (ticks.Count - 1) / 11])
            .Concat(played.Model.Directives.SelectMany(each => each.Source.Assignments)
                .Select(assignment => assignment.Due?.Value ?? -1).Where(due => due >= 0).Distinct().Take(4)
                .SelectMany(due => new[] { due, due + 1 }))
            .Append(end).Where(tick => tick <= end).Distinct().Order();
    }
}
