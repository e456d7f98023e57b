namespace Simulator.Benchmarks;

/// <summary>
/// One column of a comparison: a program that runs the restated model.
/// </summary>
/// <param name="Name">The column's head.</param>
/// <param name="Run">Runs a case with a seed; null where the case is left out.</param>
/// <param name="Bar">The largest ratio to the first column that is wanted; null: none is.</param>
internal sealed record Contestant(string Name, Func<Case, ulong, Measurement?> Run, double? Bar = null);
