using Simulator.Kernel.Engine;

namespace Simulator.Cluster;

/// <summary>
/// What a silo needs to know of scenarios and measures, handed to it by the program that starts it; the
/// cluster itself knows neither.
/// </summary>
/// <param name="Models">Makes the model of a scenario's text.</param>
/// <param name="Reducers">The reducers, each with a name of its own.</param>
public sealed record ClusterPorts(IModelSource Models, IReadOnlyList<IRunReducer> Reducers);
