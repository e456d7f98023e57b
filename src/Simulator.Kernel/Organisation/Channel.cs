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

    /// <summary>The probability that an attempt to hand a paper over fails, 0 to 1.</summary>
    public double Fails { get; init; }

    /// <summary>After how long a failed attempt is made again.</summary>
    public TickSpan RetriesAfter { get; init; } = new(10);

    /// <summary>
    /// How many attempts more there are after the first; once the last has failed the paper is lost, and nobody is
    /// told. The live exchange stops after five.
    /// </summary>
    public int MostRetries { get; init; } = 5;

    /// <summary>At which moments papers leave; <c>null</c>: at any.</summary>
    public DepartureRule? Leaves { get; init; }

    /// <summary>The probability that an addressee is not where papers are handed over, 0 to 1.</summary>
    public double Absent { get; init; }

    /// <summary>How much later he gets his; <c>null</c>: never.</summary>
    public TickSpan? AbsentAfter { get; init; }

    /// <summary>Whether it reaches a body only while its clerk is at work, as a telephone does.</summary>
    public bool NeedsClerk { get; init; }

    /// <summary>
    /// The share of papers that arrive in a box that nobody looks at, as an internal copy that never shows among those
    /// waiting, 0 to 1.
    /// </summary>
    public double Unseen { get; init; }

    /// <summary>How long after its arrival such a paper is noticed; <c>null</c>: not before somebody asks about it.</summary>
    public TickSpan? NoticedAfter { get; init; }

    /// <summary>
    /// The share of consolidated reports that are done inside and never sent, for nobody presses what sends them
    /// (status 06), 0 to 1.
    /// </summary>
    public double Unsent { get; init; }

    /// <summary>How receivers acknowledge directives, and what senders do who hear nothing; <c>null</c>: nothing.</summary>
    public AcknowledgementRule? Acknowledgement { get; init; }

    /// <summary>The share of directives that are sent a second time, 0 to 1.</summary>
    public double Duplicates { get; init; }

    /// <summary>The largest number of attempts after the first.</summary>
    public const int LargestRetries = 100;
}

/// <summary>A channel that takes nothing for a time.</summary>
/// <param name="Until">The first tick at which it is there again.</param>
/// <param name="Loses">Whether what is sent until then is lost; else it leaves then.</param>
public sealed record ChannelOutage(Tick Until, bool Loses);
