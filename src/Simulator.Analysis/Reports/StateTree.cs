using Simulator.Analysis.Measures;
using Simulator.Kernel.Compilation;

namespace Simulator.Analysis.Reports;

/// <summary>
/// The bodies that a directive concerns, along the lines of command, with how many below each stand where. Its upper levels
/// are there body by body, as many of them as can be read; what lies deeper is counted.
/// </summary>
public static class StateTree
{
    /// <summary>So many bodies one by one, and no more.</summary>
    public const int MostNodes = 2500;

    private static readonly int _states = Enum.GetValues<ProgressState>().Length;

    /// <summary>The bodies at the heads of their lines.</summary>
    /// <param name="model">The model of the run.</param>
    /// <param name="root">Place of the directive.</param>
    /// <param name="issuer">Index of the body that issued it.</param>
    /// <param name="progress">What <see cref="ProgressReader"/> has read of it.</param>
    /// <param name="most">How many bodies are to be there one by one.</param>
    public static IReadOnlyList<StateNode> Of(
        CompiledModel model, int root, int issuer, IReadOnlyDictionary<int, BodyProgress> progress, int most = MostNodes)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(progress);
        int[] bodies = [.. model.Directives[root].Reach.Append(issuer).Distinct().Order()];
        var involved = new bool[model.Bodies.Count];
        foreach (var body in bodies)
        {
            involved[body] = true;
        }

        var children = bodies.ToLookup(body => Above(model, body, involved));
        var deepest = DeepestShown(children, most);
        return [.. children[-1].Select(body => Node(body, 0))];

        StateNode Node(int body, int depth)
        {
            var (below, counts) = (children[body].ToList(), new int[_states]);
            var nodes = depth < deepest ? below.ConvertAll(child => Node(child, depth + 1)) : [];
            var own = progress.GetValueOrDefault(body)?.State ?? ProgressState.NotReached;
            if (body != issuer)
            {
                counts[(int)own]++;
            }

            if (depth < deepest)
            {
                foreach (var node in nodes)
                {
                    Add(counts, node.Counts);
                }
            }
            else
            {
                Count(below, counts);
            }

            return new StateNode(body, body == issuer, own, counts, nodes);
        }

        void Count(IEnumerable<int> among, int[] counts)
        {
            foreach (var body in among)
            {
                counts[(int)(progress.GetValueOrDefault(body)?.State ?? ProgressState.NotReached)]++;
                Count(children[body], counts);
            }
        }
    }

    /// <summary>The depth to which all bodies are shown; the first level is always.</summary>
    private static int DeepestShown(ILookup<int, int> children, int most)
    {
        var (depth, shown, level) = (0, 0, children[-1].ToList());
        while (level.Count > 0)
        {
            shown += level.Count;
            level = [.. level.SelectMany(body => children[body])];
            if (level.Count == 0 || shown + level.Count > most)
            {
                break;
            }

            depth++;
        }

        return depth;
    }

    private static void Add(int[] counts, IReadOnlyList<int> more)
    {
        for (var state = 0; state < counts.Length; state++)
        {
            counts[state] += more[state];
        }
    }

    /// <summary>The nearest body above that is involved, or -1.</summary>
    private static int Above(CompiledModel model, int body, bool[] involved)
    {
        var above = model.Superior[body];
        while (above >= 0 && !involved[above])
        {
            above = model.Superior[above];
        }

        return above;
    }
}
