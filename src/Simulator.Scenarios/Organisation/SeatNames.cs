using System.Globalization;
using Simulator.Kernel.Documents;
using Simulator.Scenarios.Reading;

namespace Simulator.Scenarios.Organisation;

/// <summary>
/// The names of bodies in two languages: their own, the one of several that is theirs, or what their entry makes of
/// their number, key and superior.
/// </summary>
/// <param name="bodies">How many bodies there are.</param>
internal sealed class SeatNames(int bodies)
{
    private const int MostParents = 8;
    private const int LongestName = 500;

    /// <summary>The names by id, of the bodies that were asked for and have one.</summary>
    public Dictionary<string, Text> All { get; } = new(bodies, StringComparer.Ordinal);

    /// <summary>The name of a body, kept; <c>null</c>: it has none.</summary>
    public Text? Of(Seat seat)
    {
        var name = Name(seat, 0);
        if (name is not null)
        {
            All[seat.Id] = name;
        }

        return name;
    }

    private Text? Name(Seat seat, int depth)
    {
        var node = seat.Own("name")
            ?? (seat.Entry["names"] as ListNode)?.Items.ElementAtOrDefault(
                (seat.Number - 1) % Math.Max(1, NamesOf(seat)))
            ?? seat.Entry["name"];
        if (node is null)
        {
            return null;
        }

        var name = Draft.TextOf(node);
        if (seat.Group is null)
        {
            return name;
        }

        string filled = Filled(name.Vi, seat, depth);
        return new Text(filled, ReferenceEquals(name.En, name.Vi) ? filled : Filled(name.En, seat, depth));
    }

    private static int NamesOf(Seat seat) => (seat.Entry["names"] as ListNode)?.Items.Count ?? 0;

    private string Filled(string pattern, Seat seat, int depth)
    {
        if (!pattern.Contains('{', StringComparison.Ordinal))
        {
            return pattern;
        }

        string parent = "";
        if (pattern.Contains("{parent}", StringComparison.Ordinal) && seat.Above is { } above)
        {
            var name = depth < MostParents ? All.GetValueOrDefault(above.Id) ?? Name(above, depth + 1) : null;
            parent = name?.In("vi") ?? above.Id;
        }

        string filled = pattern
            .Replace("{n}", seat.Number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{key}", seat.Key, StringComparison.Ordinal)
            .Replace("{parent}", parent, StringComparison.Ordinal);
        if (filled.Contains("{generated}", StringComparison.Ordinal))
        {
            filled = filled.Replace("{generated}", GeneratedName.Of(seat.Id), StringComparison.Ordinal);
        }

        return filled.Length <= LongestName ? filled : filled[..LongestName];
    }
}
