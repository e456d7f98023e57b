namespace Simulator.Kernel.Engine;

/// <summary>Gets replications as they end. May be called from any thread, one call at a time.</summary>
public interface IReplicationObserver
{
    /// <summary>One has ended. Each is told once, in whatever order they end.</summary>
    void Ended(Replication replication);

    /// <summary>Something that people should know: one sentence, such as that a machine was lost.</summary>
    void Told(string what);
}
