namespace Simulator.Scenarios.Organisation;

/// <summary>
/// Finds, on another line of command, the member of a group that belongs to the same branch: the police
/// of a district for the police of its communes. It is the member that stands below, or is, the nearest
/// of the superiors on the first line.
/// </summary>
internal sealed class Branches(Seating seating)
{
    private const int MostSteps = 64;

    private readonly Dictionary<string, Dictionary<Seat, List<Seat>>> _below = new(StringComparer.Ordinal);

    /// <summary>
    /// The members of a group in the nearest branch; more than one if it cannot be told which.
    /// </summary>
    public IReadOnlyList<Seat> Members(string group, Seat seat)
    {
        var below = Below(group);
        var above = seat.Above;
        for (int step = 0; above is not null && step < MostSteps; step++, above = above.Above)
        {
            if (above.Group == group)
            {
                return [above];
            }

            if (below.TryGetValue(above, out var members))
            {
                return members;
            }
        }

        return [];
    }

    private Dictionary<Seat, List<Seat>> Below(string group)
    {
        if (!_below.TryGetValue(group, out var below))
        {
            below = [];
            foreach (var member in seating.Groups.GetValueOrDefault(group) ?? [])
            {
                if (member.Above is { } above)
                {
                    if (!below.TryGetValue(above, out var members))
                    {
                        below[above] = members = [];
                    }

                    members.Add(member);
                }
            }

            _below[group] = below;
        }

        return below;
    }
}
