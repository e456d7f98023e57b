using Simulator.Analysis.Exports;
using Simulator.Analysis.Exports.Otlp;
using Simulator.Tests.Analysis.Store;
using Simulator.Tests.Shipped;

namespace Simulator.Tests.Analysis.Exports.Otlp;

/// <summary>A shipped run with its store and the spans that are made of it.</summary>
internal sealed class TracedRun : IDisposable
{
    public TracedRun(string name)
    {
        Stored = new StoredRun(ShippedRun.Base(name), writesOcelTables: false);
        Source = ExportSource.Open(Stored.Folder);
        Names = new TraceNames(Source);
        Spans = [.. new RunSpans(Source, Names).All()];
    }

    public StoredRun Stored { get; }

    public ExportSource Source { get; }

    public TraceNames Names { get; }

    public IReadOnlyList<SimulatedSpan> Spans { get; }

    /// <summary>The spans of steps, by the entry that ended them.</summary>
    public Dictionary<string, SimulatedSpan> Steps => Spans
        .Where(span => !IsWaiting(span) && Text(span, "simulator.entry") is not null)
        .ToDictionary(span => Text(span, "simulator.entry")!, StringComparer.Ordinal);

    /// <summary>The spans of what bodies do with a directive.</summary>
    public IEnumerable<SimulatedSpan> Handlings => Spans.Where(span => span.Attributes.Any(each => each.Key == "simulator.route"));

    public SpanClock Clock => SpanClock.Shifted(Source, TimeSpan.Zero);

    public static bool IsWaiting(SimulatedSpan span) => span.Name.StartsWith("waiting", StringComparison.Ordinal)
        && span.Attributes.Any(each => each.Key == "simulator.for");

    public static string? Text(SimulatedSpan span, string key) =>
        span.Attributes.Where(each => each.Key == key).Select(each => each.Text).FirstOrDefault();

    public static long? Number(SimulatedSpan span, string key) =>
        span.Attributes.Where(each => each.Key == key).Select(each => (long?)each.Number).FirstOrDefault();

    public void Dispose()
    {
        Source.Dispose();
        Stored.Dispose();
    }
}
