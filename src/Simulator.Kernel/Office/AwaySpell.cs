using Simulator.Kernel.Time;

namespace Simulator.Kernel.Office;

/// <summary>One absence that is arranged beforehand.</summary>
/// <param name="Who">Which head of the post, from 0; one whom a body does not have is nobody.</param>
/// <param name="From">From when on he takes nothing up.</param>
/// <param name="To">When he is back, later than <paramref name="From"/>.</param>
public sealed record AwaySpell(int Who, Tick From, Tick To);
