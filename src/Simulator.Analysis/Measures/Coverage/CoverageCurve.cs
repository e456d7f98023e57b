using System.Runtime.InteropServices;
using Simulator.Analysis.Measures.Delays;
using Simulator.Analysis.Traces;

namespace Simulator.Analysis.Measures.Coverage;

/// <summary>
/// Coverage of a directive over time: how many of the addressed bodies of a group have been reached, have registered, complied
/// and reported. It is a stair: it stands as it is until the next step.
/// </summary>
/// <param name="Name">Name of the group; empty: all that are addressed.</param>
/// <param name="Addressed">How many bodies are in it.</param>
/// <param name="Steps">
/// The first is the issue, with nobody reached unless somebody is in that very minute; then one for each minute in which
/// anything changes, in order.
/// </param>
public sealed record CoverageCurve(string Name, int Addressed, IReadOnlyList<CoverageStep> Steps)
{
    /// <summary>How it stands at the end of a tick; before the issue nobody has got anywhere.</summary>
    public CoverageStep At(int tick) => Stairs.At(Steps, tick, step => step.At);

    /// <summary>Curves of the groups of a directive, in the order of the groups.</summary>
    /// <param name="trace">The journal.</param>
    /// <param name="root">Place of the directive.</param>
    /// <param name="progress">What <see cref="ProgressReader"/> has read of it.</param>
    /// <param name="by">By what bodies are put together.</param>
    public static IReadOnlyList<CoverageCurve> By(
        RunTrace trace, int root, IReadOnlyDictionary<int, BodyProgress> progress, Grouping by)
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(progress);
        var directive = trace.Model.Directives[root];
        var groups = new BodyGroups(trace.Model, by, directive.Reach);
        return
        [
            .. directive.Reach.GroupBy(groups.Of).OrderBy(group => group.Key)
                .Select(group => Of(groups.NameOf(group.Key), directive.Issued, [.. group], progress)),
        ];
    }

    /// <summary>The curve of all that a directive addresses.</summary>
    /// <param name="trace">The journal.</param>
    /// <param name="root">Place of the directive.</param>
    /// <param name="progress">What <see cref="ProgressReader"/> has read of it.</param>
    public static CoverageCurve All(RunTrace trace, int root, IReadOnlyDictionary<int, BodyProgress> progress)
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(progress);
        return Of("", trace.Model.Directives[root].Issued, trace.Model.Directives[root].Reach, progress);
    }

    /// <summary>
    /// What the issuer of a directive knew, step by step; the first is the issue, where it knew nothing. No longer than it
    /// takes reports in: what it has closed stays as it is.
    /// </summary>
    /// <param name="trace">The journal.</param>
    /// <param name="root">Place of the directive.</param>
    /// <param name="until">The last tick that counts.</param>
    public static IReadOnlyList<KnownStep> Known(RunTrace trace, int root, int until) => Known(trace, root, until, out _);

    /// <summary>The same, and the progress of all directives that it is read from.</summary>
    /// <param name="trace">The journal.</param>
    /// <param name="root">Place of the directive in the model.</param>
    /// <param name="until">The last tick that counts.</param>
    /// <param name="progress">Of each directive, at that tick.</param>
    public static IReadOnlyList<KnownStep> Known(
        RunTrace trace, int root, int until, out IReadOnlyList<IReadOnlyDictionary<int, BodyProgress>> progress)
    {
        ArgumentNullException.ThrowIfNull(trace);
        var issuer = trace.IssuerOf(root);
        var steps = new List<KnownStep> { new(trace.Model.Directives[root].Issued, 0, 0) };
        progress = ProgressReader.Follow(trace, until, (of, own, tick) =>
        {
            var step = new KnownStep(tick, own.ReportedBodies, own.ReportedComplied);
            if (of != root || own.Body != issuer || step with { At = steps[^1].At } == steps[^1])
            {
                return;
            }

            if (steps[^1].At == tick)
            {
                steps.RemoveAt(steps.Count - 1);
            }

            steps.Add(step);
        });
        return steps;
    }

    private static CoverageCurve Of(
        string name, int issued, IReadOnlyCollection<int> bodies, IReadOnlyDictionary<int, BodyProgress> progress)
    {
        var changes = new Dictionary<int, CoverageStep> { [issued] = new CoverageStep(issued, 0, 0, 0, 0, 0) };
        void Change(int tick, int reached, long content, int registered, int complied, int reported)
        {
            if (tick >= 0)
            {
                ref var step = ref CollectionsMarshal.GetValueRefOrAddDefault(changes, tick, out _);
                step = new CoverageStep(
                    tick, step.Reached + reached, step.Registered + registered, step.Complied + complied, step.Reported + reported,
                    step.Content + content);
            }
        }

        foreach (var body in bodies.Select(progress.GetValueOrDefault).OfType<BodyProgress>())
        {
            Change(body.ArrivedAt, 1, body.ContentShare, 0, 0, 0);
            Change(body.RegisteredAt, 0, 0, 1, 0, 0);
            Change(body.CompliedAt, 0, 0, 0, 1, 0);
            Change(body.ReportArrivedAt, 0, 0, 0, 0, 1);
        }

        var (steps, sum) = (new List<CoverageStep>(changes.Count), default(CoverageStep));
        foreach (var (tick, more) in changes.OrderBy(change => change.Key))
        {
            sum = new CoverageStep(
                tick, sum.Reached + more.Reached, sum.Registered + more.Registered, sum.Complied + more.Complied,
                sum.Reported + more.Reported, sum.Content + more.Content);
            steps.Add(sum);
        }

        return new CoverageCurve(name, bodies.Count, steps);
    }
}
