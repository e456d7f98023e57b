using Simulator.Kernel.Time;

namespace Simulator.Kernel.Conduct;

/// <summary>
/// When a superior whose reminders are of no use turns to the level above: to the body whose paper it has, which then
/// reminds those who are silent itself, and which may be to turn to its own superior in turn.
/// </summary>
public sealed record EscalationRule
{
    /// <summary>After how many moments of reminding with reports missing, 1 to 255.</summary>
    public required int AfterReminders { get; init; }

    /// <summary>Elapsed time after the last of them, above zero.</summary>
    public required TickSpan After { get; init; }

    /// <summary>How many levels up, 1 or 2.</summary>
    public int Levels { get; init; } = 1;
}
