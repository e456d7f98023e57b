namespace Simulator.Cluster;

/// <summary>What became of what somebody wanted to bring into a run.</summary>
/// <param name="Tick">The tick from which on it counts.</param>
/// <param name="At">That tick as a local time.</param>
/// <param name="Refusal">Why it was refused, and has changed nothing; <c>null</c>: it was not.</param>
public sealed record InjectOutcome(int Tick, string At, string? Refusal);
