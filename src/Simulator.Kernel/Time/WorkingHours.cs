namespace Simulator.Kernel.Time;

/// <summary>
/// The hours an office works on one day: intervals in ascending order that do not overlap. Intervals may
/// touch (08:00-12:00, 12:00-17:00), which is the same as no break between them.
/// </summary>
/// <remarks>Two are equal if their intervals are, one by one.</remarks>
public sealed class WorkingHours : IEquatable<WorkingHours>
{
    private readonly DayInterval[] _intervals;

    /// <summary>The hours made of some intervals of a day; none at all is a day off.</summary>
    /// <exception cref="ArgumentException">Two intervals overlap, or they do not ascend.</exception>
    public WorkingHours(params DayInterval[] intervals)
    {
        ArgumentNullException.ThrowIfNull(intervals);
        _intervals = [.. intervals];
        for (int i = 0; i < _intervals.Length; i++)
        {
            var current = _intervals[i];
            if (current.From >= current.To)
            {
                throw new ArgumentException($"Working hours end after they begin, and {current} do not.");
            }

            if (i > 0 && current.From < _intervals[i - 1].To)
            {
                string fault = current.To > _intervals[i - 1].From ? "overlap" : "are in the wrong order";
                throw new ArgumentException(
                    $"The working hours {_intervals[i - 1]} and {current} {fault}: each interval begins when "
                    + "the one before has ended.");
            }
        }
    }

    /// <summary>A day off.</summary>
    public static WorkingHours None { get; } = new();

    /// <summary>Round the clock, 00:00-24:00.</summary>
    public static WorkingHours AllDay { get; } = new(new DayInterval(0, CivilTime.MinutesPerDay));

    /// <summary>The intervals, ascending.</summary>
    public IReadOnlyList<DayInterval> Intervals => _intervals;

    /// <summary>Working minutes of the day, 0 to 1440.</summary>
    public int Minutes
    {
        get
        {
            int minutes = 0;
            foreach (var interval in _intervals)
            {
                minutes += interval.To - interval.From;
            }

            return minutes;
        }
    }

    /// <inheritdoc/>
    public bool Equals(WorkingHours? other) =>
        other is not null && _intervals.AsSpan().SequenceEqual(other._intervals);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as WorkingHours);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        int hash = _intervals.Length;
        foreach (var interval in _intervals)
        {
            hash = unchecked((hash * 31) + (interval.From * 1441) + interval.To);
        }

        return hash;
    }

    /// <summary>The intervals as clock times, <c>07:30-11:30, 13:30-17:00</c>, or <c>closed</c>.</summary>
    public override string ToString() => _intervals.Length == 0 ? "closed" : string.Join(", ", _intervals);
}
