namespace Simulator.Cluster.Runs;

/// <summary>The run cannot go on, whoever carries it.</summary>
internal sealed class RunFailedException(string message) : Exception(message);
