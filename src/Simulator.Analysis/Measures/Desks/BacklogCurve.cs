namespace Simulator.Analysis.Measures.Desks;

/// <summary>
/// How many pieces of work lie at one desk, or at many together, over time. One counts from the minute in which it came to the
/// minute before it was done; what is done as it comes never lies there.
/// </summary>
public sealed class BacklogCurve
{
    private const int Kinds = 3;
    private readonly BacklogPoint[] points;

    private BacklogCurve(BacklogPoint[] points) => this.points = points;

    /// <summary>A point for each minute at whose end the number is another than before; before the first it is nothing.</summary>
    public IReadOnlyList<BacklogPoint> Points => points;

    /// <summary>The curve of some pieces of work.</summary>
    /// <param name="stays">The pieces.</param>
    public static BacklogCurve Of(ReadOnlySpan<DeskStay> stays)
    {
        var changes = new List<long>(stays.Length * 3);
        foreach (ref readonly var stay in stays)
        {
            Note(stay, changes);
        }

        changes.Sort();
        var points = new List<BacklogPoint>();
        Span<int> there = stackalloc int[Kinds];
        for (var place = 0; place < changes.Count;)
        {
            var tick = (int)(changes[place] >> 3);
            for (; place < changes.Count && (int)(changes[place] >> 3) == tick; place++)
            {
                there[(int)(changes[place] & 7) >> 1] += (changes[place] & 1) == 0 ? 1 : -1;
            }

            var point = new BacklogPoint(tick, there[0], there[1], there[2]);
            if (points.Count == 0 ? point.All > 0 : points[^1] != point with { Tick = points[^1].Tick })
            {
                points.Add(point);
            }
        }

        return new BacklogCurve([.. points]);
    }

    /// <summary>The number at the end of a minute.</summary>
    /// <param name="tick">The minute.</param>
    public BacklogPoint At(int tick)
    {
        var place = Last(tick);
        return place < 0 ? new BacklogPoint(tick, 0, 0, 0) : points[place] with { Tick = tick };
    }

    /// <summary>The largest number between two ticks, and the first minute at whose end it was so.</summary>
    /// <param name="from">The first tick.</param>
    /// <param name="to">The tick after the last.</param>
    public BacklogPoint Most(int from, int to)
    {
        var most = At(from);
        for (var place = Last(from) + 1; place < points.Length && points[place].Tick < to; place++)
        {
            most = points[place].All > most.All ? points[place] : most;
        }

        return most;
    }

    /// <summary>The numbers summed over the minutes between two ticks: how long all lay there together.</summary>
    /// <param name="from">The first tick.</param>
    /// <param name="to">The tick after the last.</param>
    public long Minutes(int from, int to) => Sum(from, to, point => point.All);

    /// <summary>In how many minutes between two ticks anything lay there.</summary>
    /// <param name="from">The first tick.</param>
    /// <param name="to">The tick after the last.</param>
    public int MinutesWithAny(int from, int to) => (int)Sum(from, to, point => point.All > 0 ? 1 : 0);

    /// <summary>The mean over time between two ticks; not a number where there is no time between them.</summary>
    /// <param name="from">The first tick.</param>
    /// <param name="to">The tick after the last.</param>
    public double Mean(int from, int to) => to <= from ? double.NaN : (double)Minutes(from, to) / (to - from);

    private long Sum(int from, int to, Func<BacklogPoint, long> number)
    {
        var sum = 0L;
        for (var place = Math.Max(0, Last(from)); place < points.Length && points[place].Tick < to; place++)
        {
            var end = place + 1 < points.Length ? points[place + 1].Tick : int.MaxValue;
            sum += number(points[place]) * DeskStay.Overlap(points[place].Tick, end, from, to);
        }

        return sum;
    }

    /// <summary>Place of the last point not after a tick; -1: there is none.</summary>
    private int Last(int tick)
    {
        var (low, high) = (0, points.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = points[middle].Tick <= tick ? (middle + 1, high) : (low, middle);
        }

        return low - 1;
    }

    /// <summary>What a piece of work changes, and when: the tick, then the number, then whether it leaves it.</summary>
    private static void Note(in DeskStay stay, List<long> changes)
    {
        if (stay.From == stay.Ended)
        {
            return;
        }

        var began = stay.Started < 0 ? stay.Ended : stay.Started;
        var waiting = stay.Started < 0 ? 2 : 0;
        if (began != stay.From)
        {
            changes.Add(Change(stay.From, waiting, leaves: false));
            if (began >= 0)
            {
                changes.Add(Change(began, waiting, leaves: true));
            }
        }

        if (stay.Started >= 0 && stay.Started != stay.Ended)
        {
            changes.Add(Change(stay.Started, 1, leaves: false));
            changes.Add(Change(stay.Ended, 1, leaves: true));
        }
    }

    private static long Change(int tick, int kind, bool leaves) => ((long)tick << 3) | (uint)(kind << 1) | (leaves ? 1U : 0U);
}
