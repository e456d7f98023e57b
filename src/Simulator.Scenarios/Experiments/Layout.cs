namespace Simulator.Scenarios.Experiments;

/// <summary>The cells that a design comes to. A cell is there once, however often the design comes by it.</summary>
/// <param name="Cells">In their order, variant by variant.</param>
/// <param name="Trajectories">The ways through them, for screening; none of other designs.</param>
public sealed record Layout(IReadOnlyList<Cell> Cells, IReadOnlyList<Trajectory> Trajectories);
