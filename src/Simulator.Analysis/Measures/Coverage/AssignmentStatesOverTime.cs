using Simulator.Analysis.Measures.Delays;
using Simulator.Analysis.Traces;
using Simulator.Kernel.Compilation;

namespace Simulator.Analysis.Measures.Coverage;

/// <summary>
/// The four states of assignments over time: at each moment what <see cref="StateCounts"/> counts then. They change with the
/// entries of the bodies, and by themselves in the minute after a due date.
/// </summary>
/// <param name="Name">Name of the group.</param>
/// <param name="Steps">The first is the issue; then one for each minute in which any count changes, in order.</param>
public sealed record AssignmentStatesOverTime(string Name, IReadOnlyList<StatesStep> Steps)
{
    /// <summary>How it stands at the end of a tick; before the issue there is nothing to be done.</summary>
    public StateCounts At(int tick) => Stairs.At(Steps, tick, step => step.At).Counts;

    /// <summary>The states of a directive's assignments, group by group; groups without any are left out.</summary>
    /// <param name="trace">The journal.</param>
    /// <param name="root">Place of the directive.</param>
    /// <param name="by">By what bodies are put together.</param>
    /// <param name="until">The last tick that counts.</param>
    public static IReadOnlyList<AssignmentStatesOverTime> Read(RunTrace trace, int root, Grouping by, int until)
    {
        ArgumentNullException.ThrowIfNull(trace);
        var following = new Following(trace.Model, root, by);
        var edges = new Queue<int>(Edges(trace.Model, root, until));
        ProgressReader.Follow(
            trace, until,
            (of, own, tick) =>
            {
                if (of == root)
                {
                    following.Take(own, tick);
                }
            },
            PassEdges);
        PassEdges(until);
        return following.Curves();

        void PassEdges(int tick)
        {
            while (edges.TryPeek(out var edge) && edge <= tick)
            {
                following.TakeAll(edges.Dequeue());
            }
        }
    }

    /// <summary>The minutes after due dates, those that updates may set included.</summary>
    private static IEnumerable<int> Edges(CompiledModel model, int root, int until)
    {
        var directive = model.Directives[root];
        return directive.Source.Assignments.Select(assignment => assignment.Due?.Value ?? -1)
            .Concat(model.Directives.Where(each => each.Flight?.NewDue is not null).SelectMany(each => each.Flight!.NewDue))
            .Where(due => due >= directive.Issued && due < until)
            .Select(due => due + 1).Distinct().Order();
    }

    /// <summary>What has been counted of each body so far, and the sums by group.</summary>
    private sealed class Following
    {
        private readonly CompiledModel model;
        private readonly int root;
        private readonly BodyGroups groups;
        private readonly Dictionary<int, (int Group, BodyProgress? Progress, StateCounts Counts)> bodies = [];
        private readonly SortedDictionary<int, List<StatesStep>> steps = [];

        internal Following(CompiledModel model, int root, Grouping by)
        {
            (this.model, this.root) = (model, root);
            var directive = model.Directives[root];
            List<int> concerned = [.. directive.Reach.Append(directive.Issuer).Distinct()];
            groups = new BodyGroups(model, by, concerned);
            foreach (var body in concerned)
            {
                bodies[body] = (groups.Of(body), null, default);
            }

            TakeAll(directive.Issued);
        }

        /// <summary>Counts one body anew.</summary>
        internal void Take(BodyProgress progress, int tick)
        {
            if (bodies.TryGetValue(progress.Body, out var before))
            {
                Count(progress.Body, before with { Progress = progress }, tick);
            }
        }

        /// <summary>Counts all of them anew.</summary>
        internal void TakeAll(int tick)
        {
            foreach (var body in bodies.Keys.ToList())
            {
                Count(body, bodies[body], tick);
            }
        }

        internal IReadOnlyList<AssignmentStatesOverTime> Curves() =>
        [
            .. steps.Where(group => group.Value.Exists(step => step.Counts.All > 0))
                .Select(group => new AssignmentStatesOverTime(groups.NameOf(group.Key), group.Value)),
        ];

        private void Count(int body, (int Group, BodyProgress? Progress, StateCounts Counts) state, int tick)
        {
            var counts = StateCounts.Of(model, root, body, state.Progress, tick);
            if (!steps.TryGetValue(state.Group, out var list))
            {
                steps[state.Group] = list = [new StatesStep(tick, default)];
            }

            if (counts != state.Counts)
            {
                var sum = list[^1].Counts + counts - state.Counts;
                if (list[^1].At == tick)
                {
                    list.RemoveAt(list.Count - 1);
                }

                list.Add(new StatesStep(tick, sum));
            }

            bodies[body] = state with { Counts = counts };
        }
    }
}
