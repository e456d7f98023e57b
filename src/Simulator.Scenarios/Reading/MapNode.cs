using Simulator.Scenarios.Problems;

namespace Simulator.Scenarios.Reading;

/// <summary>A map of keys to values; its keys are words, each there once.</summary>
internal sealed class MapNode : Node
{
    private const int MostSearchedInTurn = 8;

    private Dictionary<string, int>? _positions;

    /// <summary>A map of some entries, whose keys differ.</summary>
    public MapNode(Place place, IReadOnlyList<Entry> entries)
        : base(place) => Entries = entries;

    /// <summary>The entries, in the order written.</summary>
    public IReadOnlyList<Entry> Entries { get; }

    /// <summary>The keys, in the order written.</summary>
    public IEnumerable<string> Keys => Entries.Select(entry => entry.Key.Text);

    /// <inheritdoc/>
    public override string Description => "a map of keys";

    /// <summary>The value of a key; <c>null</c> if it is not there or has no value.</summary>
    public Node? this[string key] =>
        Find(key) is { } entry && entry.Value is not ScalarNode { IsNull: true } ? entry.Value : null;

    /// <summary>The entry of a key, even one without a value.</summary>
    public Entry? Find(string key)
    {
        int position = Position(key);
        return position < 0 ? null : Entries[position];
    }

    /// <summary>
    /// This map with one value put in place of the one that was there, or added at the end.
    /// </summary>
    public MapNode With(ScalarNode key, Node value)
    {
        var entries = Entries.ToList();
        int position = Position(key.Text);
        if (position < 0)
        {
            entries.Add(new Entry(key, value));
        }
        else
        {
            entries[position] = new Entry(entries[position].Key, value);
        }

        // With one value replaced, every key stays where it was.
        return new MapNode(Place, entries) { _positions = position < 0 ? null : _positions };
    }

    /// <summary>This map without some keys.</summary>
    public MapNode Without(params IReadOnlyCollection<string> keys) =>
        keys.Any(key => Position(key) >= 0)
            ? new MapNode(Place, [.. Entries.Where(entry => !keys.Contains(entry.Key.Text))])
            : this;

    private int Position(string key)
    {
        if (Entries.Count > MostSearchedInTurn)
        {
            _positions ??= Positions();
            return _positions.GetValueOrDefault(key, -1);
        }

        for (int i = 0; i < Entries.Count; i++)
        {
            if (Entries[i].Key.Text == key)
            {
                return i;
            }
        }

        return -1;
    }

    /// <inheritdoc/>
    protected override (long Size, int Height) Measure() =>
        (1 + Entries.Sum(entry => 1 + entry.Value.Size),
            1 + (Entries.Count == 0 ? 0 : Entries.Max(entry => entry.Value.Height)));

    private Dictionary<string, int> Positions()
    {
        var positions = new Dictionary<string, int>(Entries.Count, StringComparer.Ordinal);
        for (int i = 0; i < Entries.Count; i++)
        {
            positions[Entries[i].Key.Text] = i;
        }

        return positions;
    }
}
