namespace Simulator.Kernel.Engine;

/// <summary>A replication that has ended, as the row that a reducer made of it.</summary>
/// <param name="Number">Which replication.</param>
/// <param name="Values">The row; empty where it failed.</param>
/// <param name="Failure">Why it failed, as a sentence; <c>null</c>: it did not.</param>
public sealed record Replication(int Number, double[] Values, string? Failure = null);
