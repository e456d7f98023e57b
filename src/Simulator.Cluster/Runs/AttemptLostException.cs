namespace Simulator.Cluster.Runs;

/// <summary>This attempt cannot go on; another may.</summary>
internal sealed class AttemptLostException(string message) : Exception(message);
