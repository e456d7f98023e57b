using Simulator.Analysis.Traces;
using Simulator.Kernel.Compilation;

namespace Simulator.Analysis.Measures.Delays;

/// <summary>Tells the times of the bodies that directives address, group by group.</summary>
/// <param name="trace">The journal.</param>
/// <param name="progress">By directive, what <see cref="ProgressReader"/> has read from it.</param>
public sealed class DelayReader(RunTrace trace, IReadOnlyList<IReadOnlyDictionary<int, BodyProgress>> progress)
{
    private static readonly TimeTo[] _times = Enum.GetValues<TimeTo>();
    private readonly OfficeClock clock = new(trace);
    private readonly CompiledModel model = trace.Model;

    /// <summary>The times of each group, in the order of the groups.</summary>
    /// <param name="roots">Places of the directives; of several together a body counts once for each.</param>
    /// <param name="by">By what bodies are put together.</param>
    /// <param name="under">Index of a body whose subtree alone counts; <c>null</c>: all.</param>
    public IReadOnlyList<DelayGroup> By(IReadOnlyList<int> roots, Grouping by, int? under = null)
    {
        ArgumentNullException.ThrowIfNull(roots);
        var groups = new BodyGroups(model, by, [.. roots.SelectMany(root => model.Directives[root].Reach)], under);
        var members = new SortedDictionary<int, List<(int Root, int Body)>>();
        foreach (var root in roots)
        {
            foreach (var body in model.Directives[root].Reach.Where(groups.Holds))
            {
                var group = groups.Of(body);
                if (!members.TryGetValue(group, out var list))
                {
                    members[group] = list = [];
                }

                list.Add((root, body));
            }
        }

        return [.. members.Select(each => Group(groups.NameOf(each.Key), each.Value))];
    }

    /// <summary>The times of all that directives address, as one group without a name.</summary>
    /// <param name="roots">Places of the directives.</param>
    /// <param name="under">Index of a body whose subtree alone counts; <c>null</c>: all.</param>
    public DelayGroup All(IReadOnlyList<int> roots, int? under = null)
    {
        ArgumentNullException.ThrowIfNull(roots);
        var groups = new BodyGroups(model, Grouping.Level, [], under);
        return Group("", [.. roots.SelectMany(
            root => model.Directives[root].Reach.Where(groups.Holds).Select(body => (root, body)))]);
    }

    private DelayGroup Group(string name, List<(int Root, int Body)> members) =>
        new(name, members.Count, [.. _times.Select(to => Figures(members, to))]);

    private DelayFigures Figures(List<(int Root, int Body)> members, TimeTo to)
    {
        var (elapsed, inHours) = (new List<int>(), new List<int>());
        var (own, ownInHours) = (new List<int>(), new List<int>());
        var asked = 0;
        foreach (var (root, body) in members)
        {
            var (directive, reached) = (model.Directives[root], progress[root].GetValueOrDefault(body));
            if (!Delay.IsAsked(trace, root, body, reached, to))
            {
                continue;
            }

            asked++;
            var urgency = directive.Source.Urgency;
            var delay = Delay.Of(body, directive.Issued, reached, to);
            if (delay.Happened)
            {
                elapsed.Add(delay.Minutes(isOwn: false, null, urgency));
                inHours.Add(delay.Minutes(isOwn: false, clock, urgency));
                own.Add(delay.Minutes(isOwn: true, null, urgency));
                ownInHours.Add(delay.Minutes(isOwn: true, clock, urgency));
            }
        }

        return new DelayFigures
        {
            To = to,
            Elapsed = new DelaySample(elapsed, asked),
            InHours = new DelaySample(inHours, asked),
            OwnElapsed = new DelaySample(own, asked),
            OwnInHours = new DelaySample(ownInHours, asked),
        };
    }
}
