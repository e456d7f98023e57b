namespace Simulator.Analysis.Waits;

/// <summary>
/// Stretches of time, ascending and apart, that can be asked how many minutes in hours they cover of any other stretch:
/// two searches, whatever their number.
/// </summary>
internal sealed class BusyLine
{
    private readonly int[] from;
    private readonly int[] to;
    private readonly int[]?[] before = new int[]?[5]; // by urgency, whose hours may differ

    private BusyLine(int[] from, int[] to) => (this.from, this.to) = (from, to);

    /// <summary>Covers nothing.</summary>
    internal static BusyLine Empty { get; } = new([], []);

    /// <summary>Minutes in hours that it covers of a stretch.</summary>
    internal int Covered(int start, int end, in PostClock clock) =>
        end <= start || from.Length == 0 ? 0 : UpTo(end, clock) - UpTo(start, clock);

    /// <summary>What either of two lines covers.</summary>
    internal static BusyLine Union(BusyLine one, BusyLine other)
    {
        if (one.from.Length == 0 || other.from.Length == 0)
        {
            return one.from.Length == 0 ? other : one;
        }

        var all = new List<(int From, int To)>(one.from.Length + other.from.Length);
        one.AddTo(all);
        other.AddTo(all);
        return Of(all);
    }

    /// <summary>What both of two lines cover.</summary>
    internal static BusyLine Intersection(BusyLine one, BusyLine other)
    {
        var both = new List<(int From, int To)>();
        for (var (place, next) = (0, 0); place < one.from.Length && next < other.from.Length;)
        {
            var (start, end) = (Math.Max(one.from[place], other.from[next]), Math.Min(one.to[place], other.to[next]));
            if (start < end)
            {
                both.Add((start, end));
            }

            _ = one.to[place] < other.to[next] ? place++ : next++;
        }

        return Of(both);
    }

    /// <summary>The line of stretches in any order, which may overlap; the list is sorted by it.</summary>
    internal static BusyLine Of(List<(int From, int To)> stretches)
    {
        stretches.Sort();
        var apart = 0;
        for (var place = 0; place < stretches.Count; place++)
        {
            if (apart > 0 && stretches[place].From <= stretches[apart - 1].To)
            {
                stretches[apart - 1] = (stretches[apart - 1].From, Math.Max(stretches[apart - 1].To, stretches[place].To));
            }
            else
            {
                stretches[apart++] = stretches[place];
            }
        }

        var line = new BusyLine(new int[apart], new int[apart]);
        for (var place = 0; place < apart; place++)
        {
            (line.from[place], line.to[place]) = stretches[place];
        }

        return line;
    }

    private void AddTo(List<(int From, int To)> all)
    {
        for (var place = 0; place < from.Length; place++)
        {
            all.Add((from[place], to[place]));
        }
    }

    private int UpTo(int tick, in PostClock clock)
    {
        var sums = before[(int)clock.Urgency] ??= Sums(clock);
        var place = Array.BinarySearch(from, tick);
        place = place < 0 ? ~place - 1 : place;
        return place < 0 ? 0 : sums[place] + clock.Open(from[place], Math.Min(tick, to[place]));
    }

    private int[] Sums(in PostClock clock)
    {
        var sums = new int[from.Length];
        for (var place = 1; place < sums.Length; place++)
        {
            sums[place] = sums[place - 1] + clock.Open(from[place - 1], to[place - 1]);
        }

        return sums;
    }
}
