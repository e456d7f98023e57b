using Simulator.Scenarios.Problems;
using Simulator.Scenarios.Reading;

namespace Simulator.Scenarios.Organisation;

/// <summary>
/// One body that an entry of <c>bodies</c> stands for, and its place below its first superior.
/// </summary>
/// <param name="id">Its id.</param>
/// <param name="group">The key of the entry, if that stands for several.</param>
/// <param name="key">Its key among them.</param>
/// <param name="number">Its number among them, from 1.</param>
/// <param name="entry">The entry.</param>
/// <param name="own">What it has of its own.</param>
internal sealed class Seat(string id, string? group, string key, int number, MapNode entry, MapNode? own)
{
    /// <summary>Its id.</summary>
    public string Id { get; } = id;

    /// <summary>The key of the entry, if that stands for several.</summary>
    public string? Group { get; } = group;

    /// <summary>Its key among them.</summary>
    public string Key { get; } = key;

    /// <summary>Its number among them, from 1.</summary>
    public int Number { get; } = number;

    /// <summary>The entry.</summary>
    public MapNode Entry { get; } = entry;

    /// <summary>Its first superior; <c>null</c>: nobody.</summary>
    public Seat? Above { get; set; }

    /// <summary>Where it is written.</summary>
    public Place Place => (own ?? Entry).Place;

    /// <summary>The value of a key, its own or that of the entry.</summary>
    public Node? this[string key] => own?[key] ?? Entry[key];

    /// <summary>The value of a key that is its own, not that of the entry.</summary>
    public Node? Own(string key) => Group is null ? Entry[key] : own?[key];

    /// <summary>The superiors by line, the first first; <c>null</c> stands for the kind's own line.</summary>
    public IEnumerable<(ScalarNode? Line, ScalarNode Superior)> Superiors() => Superiors(this["under"]);

    /// <summary>The superiors in a value of <c>under</c>.</summary>
    public static IEnumerable<(ScalarNode? Line, ScalarNode Superior)> Superiors(Node? under) => under switch
    {
        ScalarNode single => [(null, single)],
        MapNode map => map.Entries
            .Where(entry => entry.Value is ScalarNode { IsNull: false })
            .Select(entry => ((ScalarNode?)entry.Key, (ScalarNode)entry.Value)),
        _ => [],
    };
}
