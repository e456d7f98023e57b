using System.Diagnostics.Metrics;

namespace Simulator.Cluster.Runs;

/// <summary>What a silo tells of the runs whose clocks it holds, for whoever watches its speed.</summary>
internal static class RunMeter
{
    /// <summary>The meter's name.</summary>
    internal const string Name = "Simulator.Cluster";

    /// <summary>The instrument of <see cref="Opened"/>.</summary>
    internal const string Opening = "simulator.run.opening";

    /// <summary>The instrument of <see cref="Played"/>.</summary>
    internal const string Playing = "simulator.run.playing";

    private static readonly Meter Meter = new(Name);

    private static readonly Histogram<double> OpeningTime = Meter.CreateHistogram<double>(
        Opening, "s", "Time to activate the bodies of a run");

    private static readonly Histogram<double> PlayingTime = Meter.CreateHistogram<double>(
        Playing, "s", "Time from the first tick of a run to its end");

    private static readonly Counter<long> Bodies = Meter.CreateCounter<long>(
        "simulator.bodies.activated", "{body}", "Bodies activated");

    private static readonly Counter<long> BodyRounds = Meter.CreateCounter<long>(
        "simulator.bodies.rounds", "{round}", "Rounds of single bodies in runs that have ended");

    /// <summary>All bodies of an attempt are there.</summary>
    internal static void Opened(int bodies, TimeSpan time)
    {
        Bodies.Add(bodies);
        OpeningTime.Record(time.TotalSeconds);
    }

    /// <summary>A run has come to its end.</summary>
    internal static void Played(long bodyRounds, TimeSpan time)
    {
        BodyRounds.Add(bodyRounds);
        PlayingTime.Record(time.TotalSeconds);
    }
}
