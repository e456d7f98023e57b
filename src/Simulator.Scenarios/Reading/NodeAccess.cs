namespace Simulator.Scenarios.Reading;

/// <summary>
/// Reads values out of nodes that may not fit the format. What does not fit was reported when the tree
/// was checked; here it reads as absent, so that everything else can still be looked at.
/// </summary>
internal static class NodeAccess
{
    /// <summary>The text of a key's single value.</summary>
    public static string? Text(this MapNode? map, string key) => (map?[key] as ScalarNode)?.Text;

    /// <summary>The single value of a key.</summary>
    public static ScalarNode? Scalar(this MapNode? map, string key) => map?[key] as ScalarNode;

    /// <summary>The map under a key.</summary>
    public static MapNode? Map(this MapNode? map, string key) => map?[key] as MapNode;

    /// <summary>The entries of the map under a key.</summary>
    public static IReadOnlyList<Entry> Entries(this MapNode? map, string key) => map.Map(key)?.Entries ?? [];

    /// <summary>The items of the list under a key.</summary>
    public static IReadOnlyList<Node> Items(this MapNode? map, string key) =>
        (map?[key] as ListNode)?.Items ?? [];

    /// <summary>The maps in the list under a key.</summary>
    public static IEnumerable<MapNode> Maps(this MapNode? map, string key) =>
        map.Items(key).OfType<MapNode>();

    /// <summary>Whether a key says <c>true</c>.</summary>
    public static bool IsTrue(this MapNode? map, string key) => map.Text(key) == "true";

    /// <summary>A single value, or each single value of a list.</summary>
    public static IEnumerable<ScalarNode> Scalars(this Node? node) => node switch
    {
        ScalarNode { IsNull: false } scalar => [scalar],
        ListNode list => list.Items.OfType<ScalarNode>().Where(item => !item.IsNull),
        _ => [],
    };

    /// <summary>A whole number that is not negative.</summary>
    public static int? Whole(this MapNode? map, string key) =>
        int.TryParse(
            map.Text(key),
            System.Globalization.NumberStyles.None,
            System.Globalization.CultureInfo.InvariantCulture,
            out int number)
            ? number
            : null;
}
