namespace Simulator.Analysis.Measures.Coverage;

/// <summary>In which of the four states the assignments of a group are from a moment on.</summary>
/// <param name="At">The tick at whose end it is so.</param>
/// <param name="Counts">How many are in each.</param>
public readonly record struct StatesStep(int At, StateCounts Counts);
