namespace Simulator.Kernel.Time;

/// <summary>
/// A stretch of civil time in which an office is shut whatever its hours say: a lockdown, a congress, a
/// removal. It holds from <see cref="From"/> until before <see cref="To"/>; closures may overlap.
/// </summary>
public sealed record Closure
{
    /// <summary>A closure between two moments.</summary>
    /// <param name="from">The first minute closed.</param>
    /// <param name="to">The first minute no longer closed.</param>
    /// <param name="reason">Why, if said; only shown.</param>
    /// <exception cref="ArgumentException">The closure is empty or ends before it begins.</exception>
    public Closure(CivilTime from, CivilTime to, string? reason = null)
    {
        if (from >= to)
        {
            throw new ArgumentException(
                $"A closure ends after it begins: {to} must be later than {from}. "
                + "A closure of one whole day ends at 00:00 of the next.");
        }

        From = from;
        To = to;
        Reason = reason;
    }

    /// <summary>The first minute closed.</summary>
    public CivilTime From { get; }

    /// <summary>The first minute no longer closed.</summary>
    public CivilTime To { get; }

    /// <summary>Why, if said.</summary>
    public string? Reason { get; }
}
