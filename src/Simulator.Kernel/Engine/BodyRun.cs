namespace Simulator.Kernel.Engine;

/// <summary>A stretch of entries that one body wrote in one round.</summary>
/// <param name="Rank">The body's place among all bodies in the order of their ids.</param>
/// <param name="Start">Where the stretch begins among the entries that it is about.</param>
/// <param name="Length">How many entries, at least one.</param>
public readonly record struct BodyRun(int Rank, int Start, int Length);
