using Simulator.Analysis.Exports;
using Simulator.Analysis.Exports.OpenMetrics;
using Simulator.Tests.Analysis.Store;

namespace Simulator.Tests.Analysis.Exports.OpenMetrics;

/// <summary>A run with its store, and what is told of it as metrics.</summary>
internal sealed class ToldRun : IDisposable
{
    public ToldRun(StoredRun run)
    {
        Run = run;
        var writer = new StringWriter();
        var summary = Write(run, writer, new RunMetricsOptions { Run = "run", Every = run.Played.Until > 200 * 1440 ? 14 * 1440 : 480 });
        (Text, Begins) = (new MetricText(writer.ToString()), summary.Begins);
    }

    public StoredRun Run { get; }

    public MetricText Text { get; }

    /// <summary>Seconds since 1970 at tick 0.</summary>
    public long Begins { get; }

    public static RunMetricsSummary Write(StoredRun run, StringWriter text, RunMetricsOptions options)
    {
        using var source = ExportSource.Open(run.Folder, TestContext.Current.CancellationToken);
        return RunMetrics.Write(source, text, options);
    }

    /// <summary>The value at a tick, as <see cref="MetricText.At"/> has it.</summary>
    public double? At(int tick, string name, params (string Label, string Value)[] labels) =>
        Text.At(Begins + (60L * tick), name, labels);

    /// <summary>Some ticks at which there are samples: of the issue, of the end and between them.</summary>
    public IReadOnlyList<int> Moments(int issued)
    {
        var all = Text.Series.First(each => each.Key.StartsWith("simulator_run_info", StringComparison.Ordinal)).Value.Keys
            .Select(seconds => (int)((seconds - Begins) / 60)).Where(tick => tick > issued).ToList();
        return [.. all.Where((_, place) => place % ((all.Count / 8) + 1) == 0).Prepend(issued).Append(all[^1]).Distinct()];
    }

    public void Dispose() => Run.Dispose();
}
