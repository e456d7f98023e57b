using Simulator.Scenarios.Problems;
using Simulator.Scenarios.Reading;

namespace Simulator.Scenarios.Composition;

/// <summary>
/// Fills in what kinds take over from others by <c>like</c>: a kind has every key of the one it is like,
/// unless it has that key itself.
/// </summary>
internal static class Kinship
{
    /// <summary>A scenario whose kinds are whole.</summary>
    public static MapNode Resolve(MapNode scenario, ProblemList problems)
    {
        if (scenario.Map("kinds") is not { } kinds)
        {
            return scenario;
        }

        var whole = new Dictionary<string, Node>(StringComparer.Ordinal);
        foreach (string id in kinds.Keys)
        {
            Complete(id, kinds, whole, problems);
        }

        var entries = kinds.Entries.Select(entry => new Entry(entry.Key, whole[entry.Key.Text]));
        return scenario.With(scenario.Find("kinds")!.Value.Key, new MapNode(kinds.Place, [.. entries]));
    }

    /// <summary>The kinds from one to the last that it is like, as far as they are known.</summary>
    public static IReadOnlyList<MapNode> Line(MapNode? kinds, string? id)
    {
        var line = new List<MapNode>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (id is not null && seen.Add(id) && kinds.Map(id) is { } kind)
        {
            line.Add(kind);
            id = kind.Text("like");
        }

        return line;
    }

    private static void Complete(
        string id, MapNode kinds, Dictionary<string, Node> whole, ProblemList problems)
    {
        // From the kind down to one that is whole already or like nothing, then back up.
        var open = new Stack<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        string? next = id;
        while (next is not null && !whole.ContainsKey(next))
        {
            open.Push(next);
            seen.Add(next);
            next = kinds.Map(next).Scalar("like") is { } like ? Known(like, kinds, seen, problems) : null;
        }

        while (open.TryPop(out string? kind))
        {
            var own = kinds.Find(kind)!.Value.Value;
            string? like = (own as MapNode).Text("like");
            whole[kind] = own is MapNode map && like is not null
                && whole.GetValueOrDefault(like) is MapNode below
                ? Merge.Of(below.Without("name", "about"), map).Without("like")
                : own;
        }
    }

    private static string? Known(ScalarNode like, MapNode kinds, HashSet<string> seen, ProblemList problems)
    {
        if (seen.Contains(like.Text))
        {
            problems.Error(like.Place, $"The kind '{like.Text}' is like itself, by a circle of 'like'.");
            return null;
        }

        if (kinds.Map(like.Text) is null)
        {
            problems.Unknown(
                like.Place, $"There is no kind {like.Description} to be like.", like.Text, kinds.Keys,
                    "There are none.");
            return null;
        }

        return like.Text;
    }
}
