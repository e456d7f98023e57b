using System.Collections.Concurrent;
using Simulator.Kernel.Engine;

namespace Simulator.Cluster.Tests.Silos;

/// <summary>Keeps what an engine tells.</summary>
internal sealed class Hearer : IRunObserver
{
    public ConcurrentQueue<string> News { get; } = [];

    public int FinishedReplications { get; private set; }

    public string? Run { get; private set; }

    public void Named(string run) => Run = run;

    public void Reached(int tick)
    {
    }

    public void Finished(int replications) => FinishedReplications = replications;

    public void Told(string what) => News.Enqueue(what);
}
