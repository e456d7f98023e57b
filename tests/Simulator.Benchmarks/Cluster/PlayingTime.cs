using System.Diagnostics.Metrics;
using Simulator.Cluster.Telemetry;

namespace Simulator.Benchmarks.Cluster;

/// <summary>
/// The time from the first tick of a run to its end, as the silo that has its clock meters it.
/// </summary>
internal static class PlayingTime
{
    /// <summary>
    /// Listens until the function that it gives is called, which says how long the run took.
    /// </summary>
    public static Func<TimeSpan> Listen()
    {
        var listener = new MeterListener();
        var taken = TimeSpan.Zero;
        listener.InstrumentPublished = (instrument, mine) =>
        {
            if (instrument.Name == ClusterTelemetry.Playing)
                mine.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<double>((_, seconds, _, _) => taken = TimeSpan.FromSeconds(seconds));
        listener.Start();
        return () =>
        {
            listener.Dispose();
            return taken;
        };
    }
}
