namespace Simulator.Cluster.Runs;

/// <summary>The storage does not answer; what was to be written was not.</summary>
internal sealed class StorageLostException(Exception inner) : Exception(Failures.Root(inner), inner);
