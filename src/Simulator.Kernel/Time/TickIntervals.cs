namespace Simulator.Kernel.Time;

/// <summary>
/// The algebra of sets of ticks, each written in its one normal form: intervals that are not empty, ascend
/// and do not touch.
/// </summary>
internal static class TickIntervals
{
    /// <summary>All of simulated time.</summary>
    public static TickInterval[] All => [new(int.MinValue, int.MaxValue)];

    /// <summary>Whether the intervals are in normal form.</summary>
    public static bool AreNormal(ReadOnlySpan<TickInterval> intervals)
    {
        for (int i = 0; i < intervals.Length; i++)
        {
            if (intervals[i].From >= intervals[i].To || (i > 0 && intervals[i].From <= intervals[i - 1].To))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The ticks in any of the intervals; these may overlap, be empty, stand in any order.</summary>
    public static TickInterval[] Union(IEnumerable<TickInterval> intervals)
    {
        var merged = new List<TickInterval>();
        foreach (var next in intervals.Where(interval => interval.From < interval.To).OrderBy(i => i.From))
        {
            if (merged.Count > 0 && next.From <= merged[^1].To)
            {
                merged[^1] = merged[^1] with { To = Math.Max(merged[^1].To, next.To) };
            }
            else
            {
                merged.Add(next);
            }
        }

        return [.. merged];
    }

    /// <summary>The ticks in both of two sets in normal form.</summary>
    public static TickInterval[] Intersection(
        ReadOnlySpan<TickInterval> left, ReadOnlySpan<TickInterval> right)
    {
        var common = new List<TickInterval>();
        for (int l = 0, r = 0; l < left.Length && r < right.Length;)
        {
            int from = Math.Max(left[l].From, right[r].From);
            int to = Math.Min(left[l].To, right[r].To);
            if (from < to)
            {
                common.Add(new TickInterval(from, to));
            }

            if (left[l].To < right[r].To)
            {
                l++;
            }
            else
            {
                r++;
            }
        }

        return [.. common];
    }

    /// <summary>The ticks of a set in normal form that are in none of the others.</summary>
    public static TickInterval[] Difference(
        ReadOnlySpan<TickInterval> set, IEnumerable<TickInterval> others) =>
        Intersection(set, Complement(Union(others)));

    private static TickInterval[] Complement(ReadOnlySpan<TickInterval> set)
    {
        var rest = new List<TickInterval>();
        int from = int.MinValue;
        foreach (var interval in set)
        {
            if (from < interval.From)
            {
                rest.Add(new TickInterval(from, interval.From));
            }

            from = interval.To;
        }

        if (from < int.MaxValue)
        {
            rest.Add(new TickInterval(from, int.MaxValue));
        }

        return [.. rest];
    }
}
