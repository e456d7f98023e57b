using Simulator.Scenarios.Reading;

namespace Simulator.Scenarios.Composition;

/// <summary>
/// Lays one tree over another: maps merge key by key, anything else is replaced. Every value keeps the
/// place where it was written.
/// </summary>
internal static class Merge
{
    /// <summary>The two as one; the second wins.</summary>
    public static MapNode Of(MapNode under, MapNode over)
    {
        var merged = new List<Entry>(under.Entries.Count + over.Entries.Count);
        foreach (var (key, value) in under.Entries)
        {
            var better = over.Find(key.Text);
            merged.Add(better is { } entry ? new Entry(entry.Key, Of(value, entry.Value))
                : new Entry(key, value));
        }

        merged.AddRange(over.Entries.Where(entry => under.Find(entry.Key.Text) is null));
        return new MapNode(over.Place, merged);
    }

    private static Node Of(Node under, Node over) => (under, over) switch
    {
        (MapNode first, MapNode second) => Of(first, second),
        (_, ScalarNode { IsNull: true }) => under,
        _ => over,
    };
}
