using Simulator.Kernel.Documents;
using Simulator.Kernel.Office;
using Simulator.Kernel.Time;

namespace Simulator.Kernel.Compilation;

/// <summary>One post of an office with its calendars laid out in ticks.</summary>
public sealed class CompiledPost
{
    internal CompiledPost(
        int heads, WorkingCalendar hours, WorkingCalendar? piercing, Resource resource, CompiledDesk? desk,
        bool isLoaded, WorkingCalendar declared, int atOnceFrom)
    {
        Heads = heads;
        Hours = hours;
        DeclaredHours = declared;
        AtOnceFrom = atOnceFrom;
        Piercing = piercing;
        PiercesFrom = resource.PiercesFrom;
        Attention = resource.Attention;
        Choice = CompiledChoice.Of(resource.Attention, resource.List);
        Desk = desk;
        IsPlain = desk is null && !isLoaded;
        AllHeads = heads == 64 ? ulong.MaxValue : (1UL << heads) - 1;
    }

    /// <summary>Head count, 1 to 64.</summary>
    public int Heads { get; }

    /// <summary>Working hours.</summary>
    public WorkingCalendar Hours { get; }

    /// <summary>
    /// The hours by which other papers come and people are away: the working hours, also where the post is relieved of
    /// being closed (<see cref="Organisation.Relief"/>), so that no more comes to it than did.
    /// </summary>
    internal WorkingCalendar DeclaredHours { get; }

    /// <summary>
    /// The lowest urgency, as a number, of papers that wait for no hour of a step whatever the step says; above all
    /// marks: none.
    /// </summary>
    internal int AtOnceFrom { get; }

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
    public CompiledDesk? Desk { get; }

    /// <summary>
    /// Whether its people are always there and take one paper at a time, and have no other papers: then a round
    /// asks nothing further about who takes one up.
    /// </summary>
    internal bool IsPlain { get; }

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
