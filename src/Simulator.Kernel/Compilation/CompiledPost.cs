using Simulator.Kernel.Documents;
using Simulator.Kernel.Office;
using Simulator.Kernel.Time;

namespace Simulator.Kernel.Compilation;

/// <summary>One post of an office with its calendars laid out in ticks.</summary>
public sealed class CompiledPost
{
    internal CompiledPost(
        int heads, WorkingCalendar hours, WorkingCalendar? piercing, Urgency piercesFrom, Attention attention,
        PriorityList list)
    {
        Heads = heads;
        Hours = hours;
        Piercing = piercing;
        PiercesFrom = piercesFrom;
        Attention = attention;
        Choice = CompiledChoice.Of(attention, list);
        AllHeads = heads == 64 ? ulong.MaxValue : (1UL << heads) - 1;
    }

    /// <summary>Head count, 1 to 64.</summary>
    public int Heads { get; }

    /// <summary>Working hours.</summary>
    public WorkingCalendar Hours { get; }

    /// <summary>Working hours and the hours of piercing papers together; <c>null</c>: nothing pierces.</summary>
    public WorkingCalendar? Piercing { get; }

    /// <summary>The lowest urgency that pierces.</summary>
    public Urgency PiercesFrom { get; }

    /// <summary>Which paper is taken up first.</summary>
    public Attention Attention { get; }

    /// <summary>
    /// How one of those that wait is chosen where that is left to chance; <c>null</c>: the first of the queue.
    /// </summary>
    public CompiledChoice? Choice { get; }

    /// <summary>What its people do otherwise; <c>null</c>: they are there and take one paper at a time.</summary>
    public CompiledDesk? Desk { get; internal init; }

    /// <summary>A bit for each head.</summary>
    internal ulong AllHeads { get; }

    /// <summary>The hours in which a paper of an urgency is worked on.</summary>
    public WorkingCalendar HoursFor(Urgency urgency) =>
        Piercing is not null && urgency >= PiercesFrom ? Piercing : Hours;
}

/// <summary>The three posts of an office, in the order of <see cref="Post"/>.</summary>
public sealed class CompiledOffice
{
    internal CompiledOffice(CompiledPost clerk, CompiledPost leadership, CompiledPost staff) =>
        Posts = [clerk, leadership, staff];

    /// <summary>Clerk, leadership, staff.</summary>
    public IReadOnlyList<CompiledPost> All => Posts;

    internal CompiledPost[] Posts { get; }
}
