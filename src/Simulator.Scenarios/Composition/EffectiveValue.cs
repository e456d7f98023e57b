using System.Globalization;
using Simulator.Scenarios.Reading;

namespace Simulator.Scenarios.Composition;

/// <summary>
/// The value that holds at a path, be it written there or taken over: by a kind from the one it is like,
/// by a body from its kind. A change such as <c>+1</c> starts from it.
/// </summary>
internal static class EffectiveValue
{
    /// <summary>The value at a path over the keys of a scenario, or <c>null</c>.</summary>
    public static Node? At(MapNode scenario, string[] segments) => segments switch
    {
        ["kinds", var kind, .. var rest] => OfKind(scenario, kind, rest),
        _ => Drill(scenario, segments),
    };

    /// <summary>
    /// The value of a body that is given by its entry, at a path within it, or <c>null</c>.
    /// </summary>
    public static Node? OfBody(MapNode scenario, MapNode? body, string[] segments)
    {
        if (Drill(body, segments) is { } own)
        {
            return own;
        }

        string[] inKind = segments is ["clerk" or "leadership" or "staff"] ? [segments[0], "heads"]
            : segments;
        return body.Text("kind") is { } kind && inKind is not ["last-number"]
            ? OfKind(scenario, kind, inKind)
            : inKind is ["last-number"] ? new ScalarNode(default, "0") : null;
    }

    /// <summary>The position of an item, by its id or its number from 1; -1 if there is none.</summary>
    public static int Position(IReadOnlyList<Node> items, string segment)
    {
        for (int i = 0; i < items.Count; i++)
        {
            if ((items[i] as MapNode).Text("id") == segment)
            {
                return i;
            }
        }

        bool isNumber =
            int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out int number);
        return isNumber && number >= 1 && number <= items.Count ? number - 1 : -1;
    }

    private static Node? OfKind(MapNode scenario, string kind, string[] segments) =>
        Kinship.Line(scenario.Map("kinds"), kind)
            .Select(each => Drill(each, segments))
            .FirstOrDefault(value => value is not null);

    private static Node? Drill(Node? node, string[] segments)
    {
        foreach (string segment in segments)
        {
            node = node switch
            {
                MapNode map => map[segment],
                ListNode list when Position(list.Items, segment) is >= 0 and var at => list.Items[at],
                _ => null,
            };
        }

        return node;
    }
}
