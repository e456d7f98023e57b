using System.Runtime.CompilerServices;

namespace Simulator.Kernel.Time;

/// <summary>
/// When an office works, in ticks: the compiled form of a <see cref="CalendarRule"/>. A resource asks it at
/// the start of each step when the step's working time will have passed.
/// </summary>
/// <remarks>
/// <para>An open interval holds its first tick and not its last: an office open 07:30-11:30 is open at 07:30
/// and shut at 11:30. Hours that touch, at noon or at midnight, are one interval. The calendar is immutable
/// and may be shared by bodies and threads.</para>
/// <para>Outside the coverage the office counts as shut; <see cref="int.MaxValue"/> says that an answer lies
/// beyond it. <see cref="RequireCoverage"/> refuses a run that would get there. <see cref="int.MaxValue"/>
/// as an argument is <see cref="Tick.Never"/>, and never leads to never.</para>
/// <para>A query costs one division, one look-up by day and a scan of that day's intervals; an answer that
/// lies k intervals ahead, a search of log k steps.</para>
/// </remarks>
public sealed partial class WorkingCalendar
{
    private readonly TimeAxis? _axis;
    private readonly TickInterval _coverage;
    private readonly TickInterval[] _open;

    // Working minutes before each interval, and the total as the last item.
    private readonly long[] _before;

    // By days since _firstEdge: the first interval that closes after the day has begun.
    private readonly int[] _firstOfDay;
    private readonly int _firstEdge;
    private readonly bool _alwaysOpen;

    internal WorkingCalendar(
        string name, int nominalDay, TimeAxis? axis, TickInterval coverage, TickInterval[] open)
    {
        if (!TickIntervals.AreNormal(open)
            || (open.Length > 0 && (open[0].From < coverage.From || open[^1].To > coverage.To)))
        {
            throw new ArgumentException(
                $"The openings of '{name}' must ascend, be apart and lie within the coverage.");
        }

        Name = name;
        NominalDay = nominalDay;
        _axis = axis;
        _coverage = coverage;
        _open = open;
        _alwaysOpen = open.AsSpan().SequenceEqual(TickIntervals.All);
        _before = WorkBefore(open);
        (_firstEdge, _firstOfDay) = DayLookup.Build(open);
    }

    /// <summary>Open at every tick, without limit of coverage.</summary>
    public static WorkingCalendar AlwaysOpen { get; } = new(
        CalendarRule.AlwaysOpen.Name,
        CalendarRule.AlwaysOpen.NominalDay,
        null,
        TickIntervals.All[0],
        TickIntervals.All);

    /// <summary>The name of the rule, with what was done to it.</summary>
    public string Name { get; }

    /// <summary>The working minutes that one working day (<c>wd</c>) counts.</summary>
    public int NominalDay { get; }

    /// <summary>Whether the calendar is open at every tick.</summary>
    public bool IsAlwaysOpen => _alwaysOpen;

    /// <summary>The ticks for which the calendar is known; all of them if it has no limit.</summary>
    public TickInterval Coverage => _coverage;

    /// <summary>The open intervals, ascending and apart.</summary>
    public ReadOnlySpan<TickInterval> Openings => _open;

    /// <summary>Whether work is done at the tick.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsOpen(int tick)
    {
        if (_alwaysOpen)
        {
            return true;
        }

        int i = FirstClosingAfter(tick);
        return i < _open.Length && _open[i].From <= tick;
    }

    /// <summary>
    /// The first open tick from <paramref name="tick"/> on: the tick itself if open,
    /// <see cref="int.MaxValue"/> if there is none.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int NextOpen(int tick)
    {
        if (_alwaysOpen)
        {
            return tick;
        }

        int i = FirstClosingAfter(tick);
        return i < _open.Length ? Math.Max(tick, _open[i].From) : int.MaxValue;
    }

    /// <summary>
    /// The end of the open interval that holds <paramref name="tick"/>: the first tick at which the office
    /// is shut, or the end of the coverage, or <see cref="int.MaxValue"/> if it never shuts.
    /// </summary>
    /// <exception cref="ArgumentException">The office is shut at the tick.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Close(int tick)
    {
        if (_alwaysOpen)
        {
            return int.MaxValue;
        }

        int i = FirstClosingAfter(tick);
        return i < _open.Length && _open[i].From <= tick ? _open[i].To : throw Shut(tick);
    }

    /// <summary>
    /// The tick at which <paramref name="minutes"/> of working time have passed since
    /// <paramref name="start"/>. Work pauses when the office shuts and goes on when it opens.
    /// </summary>
    /// <remarks>
    /// A start outside hours counts from the next opening. Work that fills the hours exactly ends at the
    /// closing edge, not at the next opening. No work ends at the start itself, open or shut. Work that the
    /// coverage does not hold ends at <see cref="int.MaxValue"/>.
    /// </remarks>
    /// <param name="start">The tick from which on work may be done.</param>
    /// <param name="minutes">Working minutes, not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">The minutes are negative.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int AddWorking(int start, int minutes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(minutes);
        return minutes == 0 ? start
            : _alwaysOpen ? (int)Math.Min((long)start + minutes, int.MaxValue)
            : AddToHours(start, minutes);
    }

    /// <summary>
    /// The working minutes from <paramref name="from"/> until before <paramref name="to"/>: the number of
    /// open ticks among them. Ticks outside the coverage count as shut.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="to"/> is earlier than <paramref name="from"/>.
    /// </exception>
    /// <exception cref="OverflowException">There are more than an <see cref="int"/> holds.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int WorkingBetween(int from, int to)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(from, to);
        return checked((int)(_alwaysOpen ? (long)to - from : WorkBefore(to) - WorkBefore(from)));
    }

    private static long[] WorkBefore(TickInterval[] open)
    {
        long[] before = new long[open.Length + 1];
        for (int i = 0; i < open.Length; i++)
        {
            before[i + 1] = before[i] + ((long)open[i].To - open[i].From);
        }

        return before;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int FirstClosingAfter(int tick)
    {
        int i = 0;
        if (tick >= _firstEdge)
        {
            uint day = unchecked((uint)(tick - _firstEdge)) / CivilTime.MinutesPerDay;
            i = _firstOfDay[Math.Min(day, (uint)_firstOfDay.Length - 1)];
        }

        while (i < _open.Length && _open[i].To <= tick)
        {
            i++;
        }

        return i;
    }

    private long WorkBefore(int tick)
    {
        int i = FirstClosingAfter(tick);
        return i < _open.Length ? _before[i] + Math.Max(0L, (long)tick - _open[i].From) : _before[i];
    }

    private int AddToHours(int start, int minutes)
    {
        int i = FirstClosingAfter(start);
        if (i == _open.Length)
        {
            return int.MaxValue;
        }

        int from = Math.Max(start, _open[i].From);
        if ((long)from + minutes <= _open[i].To)
        {
            return from + minutes;
        }

        long done = _before[i] + ((long)from - _open[i].From) + minutes;
        if (done > _before[^1])
        {
            return int.MaxValue;
        }

        int last = FirstHolding(done, i + 1);
        return (int)(_open[last].From + (done - _before[last]));
    }

    // The first interval, from one that does not come too late, by whose end so much work is done.
    private int FirstHolding(long done, int from)
    {
        int step = 1;
        int low = from;
        while (low + step < _before.Length && _before[low + step] < done)
        {
            low += step;
            step *= 2;
        }

        int high = Math.Min(low + step, _open.Length) - 1;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_before[middle + 1] < done)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private ArgumentException Shut(int tick) =>
        new($"The calendar '{Name}' is shut at tick {tick}, so that no opening ends there.");
}
