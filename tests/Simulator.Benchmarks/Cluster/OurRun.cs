using System.Diagnostics.Metrics;
using Simulator.Benchmarks.Cascade.Restated;
using Simulator.Cluster;
using Simulator.Cluster.Telemetry;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Engine;

namespace Simulator.Benchmarks.Cluster;

/// <summary>One run of the product's own engine in a silo of its own.</summary>
/// <param name="Result">What came of it.</param>
/// <param name="Opening">From the first activation of a body to the last.</param>
/// <param name="Playing">From the first tick to the end.</param>
internal sealed record OurRun(RunResult Result, Spent Opening, Spent Playing)
{
    public static async Task<OurRun> Of(string text, CompiledModel model, RunOptions options, int regions)
    {
        var source = new CascadeSource();
        await using var engine =
            await ClusterAvailability.Open().StartHere(new ClusterPorts(source, []), regions, default);
        Spent opening = default, playing = default;
        var cpu = TimeSpan.Zero;
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, mine) =>
        {
            if (instrument.Name is ClusterTelemetry.Opening or ClusterTelemetry.Playing)
                mine.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<double>((instrument, seconds, _, _) =>
        {
            var isOpening = instrument.Name == ClusterTelemetry.Opening;
            var (before, now) = (isOpening ? source.LoadedAt : cpu, Environment.CpuUsage.TotalTime);
            cpu = now;
            var spent = new Spent(TimeSpan.FromSeconds(seconds), now - before);
            (opening, playing) = isOpening ? (spent, playing) : (opening, spent);
        });
        listener.Start();
        var order = new RunOrder { Text = text, Model = model, Options = options };
        var result = await engine.Run(order, new JournalReader(), null, default);
        return new OurRun(result, opening, playing);
    }
}
