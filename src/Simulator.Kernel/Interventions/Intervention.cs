using Simulator.Kernel.Documents;
using Simulator.Kernel.Time;

namespace Simulator.Kernel.Interventions;

/// <summary>
/// What the director does to a run: at a moment, or once a condition holds, and for a time or for good. As of
/// the start it makes a variant.
/// </summary>
public sealed record Intervention
{
    /// <summary>The id it is declared with.</summary>
    public required string Id { get; init; }

    /// <summary>What people call it.</summary>
    public Text Title { get; init; } = Text.None;

    /// <summary>When it begins; <c>null</c>: when <see cref="When"/> says.</summary>
    public Tick? At { get; init; }

    /// <summary>What must come to hold for it to begin; it begins a minute after. <c>null</c>: nothing.</summary>
    public Condition? When { get; init; }

    /// <summary>The tick from which on the condition is looked at; 0: from the start.</summary>
    public Tick From { get; init; }

    /// <summary>Whether it begins each time that the condition comes to hold, and not only the first time.</summary>
    public bool Repeats { get; init; }

    /// <summary>
    /// Elapsed time until what it changed is as before; <c>null</c>: it stays. What it sets going (a directive, a
    /// reminder, an inspection) is not called back.
    /// </summary>
    public TickSpan? For { get; init; }

    /// <summary>What it does, in this order.</summary>
    public required IReadOnlyList<Act> Acts { get; init; }
}
