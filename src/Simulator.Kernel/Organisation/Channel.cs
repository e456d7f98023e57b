using Simulator.Kernel.Chance;
using Simulator.Kernel.Time;

namespace Simulator.Kernel.Organisation;

/// <summary>
/// A way for papers to travel: the national exchange axis, post, a meeting. Delays are elapsed
/// minutes; a paper is under way for at least one tick.
/// </summary>
public sealed record Channel
{
    /// <summary>The id, such as <c>axis</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Elapsed minutes from dispatch to arrival.</summary>
    public required Distribution Delay { get; init; }

    /// <summary>The same for a report; <c>null</c>: as <see cref="Delay"/>.</summary>
    public Distribution? ReportDelay { get; init; }

    /// <summary>The same for a reminder; <c>null</c>: as <see cref="Delay"/>.</summary>
    public Distribution? ReminderDelay { get; init; }

    /// <summary>The probability that a paper never arrives, 0 to 1.</summary>
    public double Loss { get; init; }

    /// <summary>Until when it takes nothing; <c>null</c>: it is there.</summary>
    public ChannelOutage? Outage { get; init; }
}

/// <summary>A channel that takes nothing for a time.</summary>
/// <param name="Until">The first tick at which it is there again.</param>
/// <param name="Loses">Whether what is sent until then is lost; else it leaves then.</param>
public sealed record ChannelOutage(Tick Until, bool Loses);
