namespace Simulator.Kernel.Time;

/// <summary>
/// A length of simulated time in whole minutes. Whether they are elapsed minutes or working minutes
/// is said by the member that holds the span, never by the span itself.
/// </summary>
/// <param name="Minutes">Minutes; <c>default</c> is no time at all.</param>
public readonly record struct TickSpan(int Minutes) : IComparable<TickSpan>
{
    /// <summary>No time.</summary>
    public static TickSpan Zero => default;

    /// <summary>Elapsed hours.</summary>
    public static TickSpan FromHours(int hours) => new(checked(hours * 60));

    /// <summary>Elapsed days of 24 hours.</summary>
    public static TickSpan FromDays(int days) => new(checked(days * 1440));

    /// <summary>The sum.</summary>
    /// <exception cref="OverflowException">The sum lies beyond the range of a span.</exception>
    public static TickSpan operator +(TickSpan left, TickSpan right) =>
        new(checked(left.Minutes + right.Minutes));

    /// <summary>The difference.</summary>
    /// <exception cref="OverflowException">The difference lies beyond the range of a span.</exception>
    public static TickSpan operator -(TickSpan left, TickSpan right) =>
        new(checked(left.Minutes - right.Minutes));

    /// <summary>Whether <paramref name="left"/> is shorter.</summary>
    public static bool operator <(TickSpan left, TickSpan right) => left.Minutes < right.Minutes;

    /// <summary>Whether <paramref name="left"/> is longer.</summary>
    public static bool operator >(TickSpan left, TickSpan right) => left.Minutes > right.Minutes;

    /// <summary>Whether <paramref name="left"/> is not longer.</summary>
    public static bool operator <=(TickSpan left, TickSpan right) => left.Minutes <= right.Minutes;

    /// <summary>Whether <paramref name="left"/> is not shorter.</summary>
    public static bool operator >=(TickSpan left, TickSpan right) => left.Minutes >= right.Minutes;

    /// <inheritdoc/>
    public int CompareTo(TickSpan other) => Minutes.CompareTo(other.Minutes);
}
