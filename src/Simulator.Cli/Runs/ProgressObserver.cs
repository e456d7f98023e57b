using Simulator.Kernel.Engine;

namespace Simulator.Cli.Runs;

/// <summary>Puts what an engine tells on the progress line.</summary>
/// <param name="line">The line.</param>
/// <param name="what">What is going on, such as <c>run</c>.</param>
/// <param name="whole">Ticks, or replications, in all.</param>
internal sealed class ProgressObserver(ProgressLine line, string what, int whole) : IRunObserver
{
    public void Reached(int tick) => line.Show(what, tick, whole);

    public void Finished(int replications) => line.Show(what, replications, whole);

    public void Named(string run) =>
        line.Tell($"The run is called {run}; 'simulator inject' takes it by that name.");

    public void Told(string what) => line.Tell(what);
}
