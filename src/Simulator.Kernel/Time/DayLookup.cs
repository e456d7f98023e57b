namespace Simulator.Kernel.Time;

/// <summary>
/// Where to begin looking for a tick among many intervals: for each day since the first edge, the first
/// interval that ends after the day has begun. Days are counted from that edge, not from midnight, because
/// any cut of 1440 ticks serves.
/// </summary>
internal static class DayLookup
{
    /// <summary>The first finite edge of intervals in normal form, and the table from there on.</summary>
    public static (int FirstEdge, int[] FirstOfDay) Build(ReadOnlySpan<TickInterval> open)
    {
        if (open.IsEmpty)
        {
            return (0, [0]);
        }

        int first = open[0].From > int.MinValue ? open[0].From : open[0].To;
        int last = open[^1].To < int.MaxValue ? open[^1].To : open[^1].From;
        if (first >= last)
        {
            return (first, [0]);
        }

        int[] table = new int[(((long)last - first) / CivilTime.MinutesPerDay) + 1];
        int interval = 0;
        for (int day = 0; day < table.Length; day++)
        {
            long begin = first + ((long)day * CivilTime.MinutesPerDay);
            while (interval < open.Length && open[interval].To <= begin)
            {
                interval++;
            }

            table[day] = interval;
        }

        return (first, table);
    }
}
