namespace Simulator.Kernel.Interventions;

/// <summary>
/// An intervention that is in force, and since when. Those in force, in the order in which they began, say by
/// which model bodies act: see <see cref="Compilation.CompiledModel.Under"/>.
/// </summary>
/// <param name="Intervention">Its place among the model's interventions.</param>
/// <param name="Since">The tick at which it began.</param>
public readonly record struct InForce(int Intervention, int Since);
