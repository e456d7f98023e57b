using System.Globalization;
using Simulator.Scenarios.Problems;
using Simulator.Scenarios.Reading;

namespace Simulator.Scenarios.Organisation;

/// <summary>
/// Makes the bodies that the entries of <c>bodies</c> stand for and seats each below its first superior.
/// An entry below a group is multiplied: so many below each of the group's members.
/// </summary>
internal sealed class Seating
{
    private const int DeepestGroups = 64;

    private static readonly string[] _counting = ["count", "names", "in-all"];

    private readonly Draft _draft;
    private readonly MapNode? _bodies;
    private readonly List<string> _open = [];
    private bool _isFull;

    /// <summary>Seats everybody.</summary>
    public Seating(Draft draft)
    {
        _draft = draft;
        _bodies = draft.Root.Map("bodies");
        foreach (string key in draft.NamesOf("bodies"))
        {
            Expand(key);
        }

        foreach (var seat in Seats.Values.Where(seat => seat.Above is null))
        {
            SeatBelow(seat);
        }
    }

    /// <summary>Everybody by id, in the order seated.</summary>
    public OrderedDictionary<string, Seat> Seats { get; } = new(StringComparer.Ordinal);

    /// <summary>The members of the entries that stand for several, by their key.</summary>
    public Dictionary<string, List<Seat>> Groups { get; } = new(StringComparer.Ordinal);

    /// <summary>The keys of entries that stand for several, also of those that make no sense.</summary>
    public bool IsGroup(string key) => _bodies.Map(key) is { } entry && IsSeveral(entry);

    /// <summary>The names of bodies and groups there are.</summary>
    public IEnumerable<string> Names =>
        (_bodies?.Keys ?? []).Concat(Seats.Keys.Where(id => id.Contains('/', StringComparison.Ordinal)));

    /// <summary>Reports a body that there is not.</summary>
    public void Unknown(ScalarNode name, string what) => _draft.Problems.Unknown(
        name.Place, $"There is no {what} {name.Description}.", name.Text, Names, "There are none.");

    private static bool IsSeveral(MapNode entry) =>
        entry["count"] is not null || entry["in-all"] is not null || entry["names"] is not null
        || entry.Find("members") is not null;

    private void Expand(string key)
    {
        if (_open.Contains(key))
        {
            _draft.Problems.Error(_bodies.Map(key)!.Place,
                $"'{key}' is under itself, by a circle of groups.");
            return;
        }

        if (Seats.ContainsKey(key) || Groups.ContainsKey(key) || _bodies.Map(key) is not { } entry)
        {
            return;
        }

        if (!IsSeveral(entry))
        {
            Add(new Seat(key, null, key, 1, entry, null));
            return;
        }

        if (_open.Count == DeepestGroups || _open.Contains(key))
        {
            _draft.Problems.Error(entry.Place,
                $"'{key}' is under groups that go round in a circle or are too many.");
            return;
        }

        _open.Add(key);
        Groups[key] = [];
        string[] counted = [.. _counting.Where(word => entry[word] is not null)];
        if (counted.Length > 1)
        {
            _draft.Problems.Error(entry.Place, $"'{key}' has both '{counted[0]}' and '{counted[1]}'.", "Keep one of them.");
        }

        ExpandSeveral(key, entry);
        _open.RemoveAt(_open.Count - 1);
    }

    private void ExpandSeveral(string key, MapNode entry)
    {
        bool isNumbered = _counting.Any(word => entry[word] is not null);
        if (!isNumbered)
        {
            int place = 0;
            foreach (var (name, value) in entry.Entries("members"))
            {
                Add(new Seat($"{key}/{name.Text}", key, name.Text, ++place, entry, value as MapNode), key);
            }

            return;
        }

        int count = entry["names"] is ListNode names ? names.Items.Count : entry.Whole("count") ?? 0;
        var superior = Seat.Superiors(entry["under"]).Select(each => each.Superior).FirstOrDefault();
        List<Seat?> above = superior is null ? [null] : Above(superior);
        int number = 0;
        for (int place = 0; place < above.Count; place++)
        {
            // Spread evenly, the first ones have one more.
            var parent = above[place];
            int here = entry.Whole("in-all") is { } all
                ? (all / above.Count) + (place < all % above.Count ? 1 : 0)
                : count;
            for (int i = 0; i < here && !_isFull; i++)
            {
                string name = (++number).ToString(CultureInfo.InvariantCulture);
                Add(new Seat($"{key}/{name}", key, name, number, entry, entry.Map("members")
                    .Map(name))
                { Above = parent }, key);
            }
        }

        foreach (var (name, _) in entry.Entries("members")
            .Where(each => !Seats.ContainsKey($"{key}/{each.Key.Text}")))
        {
            _draft.Problems.Error(
                name.Place, $"There is no member {name.Description} of '{key}'.",
                    $"Its members are 1 to {number}.");
        }
    }

    private void Add(Seat seat, string? group = null)
    {
        if (Seats.Count >= _draft.Limits.Bodies)
        {
            if (!_isFull)
            {
                _isFull = true;
                _draft.Problems.Error(
                    seat.Place,
                    FormattableString.Invariant($"There are more than {_draft.Limits.Bodies} bodies."));
            }

            return;
        }

        Seats[seat.Id] = seat;
        if (group is not null)
        {
            Groups[group].Add(seat);
        }
    }

    /// <summary>The bodies that an entry is multiplied by: one, or each member of a group.</summary>
    private List<Seat?> Above(ScalarNode superior)
    {
        Expand(KeyOf(superior.Text));
        if (IsGroup(superior.Text))
        {
            return [.. Groups.GetValueOrDefault(superior.Text) ?? []];
        }

        if (Seats.TryGetValue(superior.Text, out var seat))
        {
            return [seat];
        }

        Unknown(superior, "body");
        return [null];
    }

    private void SeatBelow(Seat seat)
    {
        if (seat.Superiors().Select(each => each.Superior).FirstOrDefault() is not { } superior)
        {
            return;
        }

        var group = Seat.Superiors(seat.Entry["under"]).Select(each => each.Superior).FirstOrDefault();
        if (group is not null && seat.Group is not null && IsGroup(group.Text))
        {
            bool isOwn = !ReferenceEquals(group, superior);
            if (Seats.TryGetValue($"{group.Text}/{(isOwn ? superior.Text : seat.Key)}", out var member))
            {
                seat.Above = member;
                return;
            }
        }

        seat.Above = Found(seat, superior);
    }

    private Seat? Found(Seat seat, ScalarNode superior)
    {
        if (superior.Text == seat.Id)
        {
            _draft.Problems.Error(superior.Place, $"'{seat.Id}' is its own superior.");
        }
        else if (Seats.TryGetValue(superior.Text, out var found))
        {
            return found;
        }
        else if (IsGroup(superior.Text))
        {
            _draft.Problems.Error(
                superior.Place,
                $"'{seat.Id}' cannot be under all of '{superior.Text}'.",
                seat.Group is null
                    ? $"Name one of its members, such as {Example(superior.Text)}, or give a count."
                    : $"'{superior.Text}' has no member '{seat.Key}' that it could be under.");
        }
        else
        {
            Unknown(superior, "body");
        }

        return null;
    }

    private string Example(string group) =>
        Groups.GetValueOrDefault(group)?.FirstOrDefault()?.Id ?? $"{group}/1";

    private static string KeyOf(string id)
    {
        int slash = id.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? id : id[..slash];
    }
}
