namespace Simulator.Kernel.Time;

/// <summary>
/// Simulated time from <see cref="From"/> until before <see cref="To"/>, in ticks (minutes since the
/// scenario's start).
/// </summary>
/// <param name="From">The first tick.</param>
/// <param name="To">The first tick after; <see cref="int.MaxValue"/> if there is none.</param>
public readonly record struct TickInterval(int From, int To);
