namespace Simulator.Kernel.Engine;

/// <summary>
/// Hears how far an engine is and what happened to it. May be called from any thread, one call at a time;
/// what it is told has no effect on any result.
/// </summary>
public interface IRunObserver
{
    /// <summary>All ticks up to and including this one have been played.</summary>
    void Reached(int tick);

    /// <summary>So many replications have ended since they were asked for.</summary>
    void Finished(int replications);

    /// <summary>The run is under way, and others can reach it by this name.</summary>
    void Named(string run)
    {
    }

    /// <summary>Something that people should know: one sentence, such as that a machine was lost.</summary>
    void Told(string what);
}
