namespace Simulator.Kernel.Time;

/// <summary>
/// A moment of simulated time: whole minutes since the scenario's start. The kernel knows no other
/// clock, so that two runs can be compared moment by moment on any machine.
/// </summary>
/// <param name="Value">
/// Minutes since the start. <c>default</c> is the start itself. Negative values are before the start;
/// they occur only in calendars and labels, never in the journal.
/// </param>
public readonly record struct Tick(int Value) : IComparable<Tick>
{
    /// <summary>The scenario's start.</summary>
    public static Tick Start => default;

    /// <summary>A moment that never comes: later than every tick of a run.</summary>
    public static Tick Never => new(int.MaxValue);

    /// <summary>The moment <paramref name="span"/> after <paramref name="tick"/>.</summary>
    /// <exception cref="OverflowException">The moment lies beyond the range of a tick.</exception>
    public static Tick operator +(Tick tick, TickSpan span) => new(checked(tick.Value + span.Minutes));

    /// <summary>The moment <paramref name="span"/> before <paramref name="tick"/>.</summary>
    /// <exception cref="OverflowException">The moment lies beyond the range of a tick.</exception>
    public static Tick operator -(Tick tick, TickSpan span) => new(checked(tick.Value - span.Minutes));

    /// <summary>The elapsed time from <paramref name="earlier"/> to <paramref name="later"/>.</summary>
    /// <exception cref="OverflowException">The difference lies beyond the range of a span.</exception>
    public static TickSpan operator -(Tick later, Tick earlier) => new(checked(later.Value - earlier.Value));

    /// <summary>Whether <paramref name="left"/> is earlier.</summary>
    public static bool operator <(Tick left, Tick right) => left.Value < right.Value;

    /// <summary>Whether <paramref name="left"/> is later.</summary>
    public static bool operator >(Tick left, Tick right) => left.Value > right.Value;

    /// <summary>Whether <paramref name="left"/> is not later.</summary>
    public static bool operator <=(Tick left, Tick right) => left.Value <= right.Value;

    /// <summary>Whether <paramref name="left"/> is not earlier.</summary>
    public static bool operator >=(Tick left, Tick right) => left.Value >= right.Value;

    /// <inheritdoc/>
    public int CompareTo(Tick other) => Value.CompareTo(other.Value);
}
