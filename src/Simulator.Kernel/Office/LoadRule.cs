using Simulator.Kernel.Chance;

namespace Simulator.Kernel.Office;

/// <summary>
/// The other papers of the day: what an office has to do beside the directives of the scenario. They come at
/// random in the hours of the clerk, take the same people, and leave no entries of their own.
/// </summary>
public sealed record LoadRule
{
    /// <summary>Incoming papers of a calendar day, 0 or more: register, assign, settle.</summary>
    public double Incoming { get; init; }

    /// <summary>Outgoing papers of a calendar day, 0 or more: draft, sign, issue.</summary>
    public double Outgoing { get; init; }

    /// <summary>
    /// Working minutes that the staff takes to settle an incoming paper; <c>null</c>: nobody settles it, it is
    /// done with when it has been registered and assigned.
    /// </summary>
    public Distribution? Settles { get; init; }

    /// <summary>
    /// Working minutes of the draft of an outgoing paper; <c>null</c>: as long as the kind's own step.
    /// </summary>
    public Distribution? Drafts { get; init; }

    /// <summary>The share of them, 0 to 1, that are marked urgent; the others are routine.</summary>
    public double Urgent { get; init; }

    /// <summary>Multiplies both numbers of papers, 0 or more: 3 is three times the load.</summary>
    public double Times { get; init; } = 1;

    /// <summary>Incoming papers that are registered and wait to be settled when the run begins.</summary>
    public int Backlog { get; init; }
}
