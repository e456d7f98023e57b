namespace Simulator.Scenarios.Experiments;

/// <summary>A way through the cells on which each step changes one factor (Morris 1991).</summary>
/// <param name="Variant">The variant that it is played in.</param>
/// <param name="Cells">The cells by their places, one more than there are factors; trajectories can share some.</param>
public sealed record Trajectory(string Variant, IReadOnlyList<int> Cells);
