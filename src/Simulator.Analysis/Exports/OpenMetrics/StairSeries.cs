namespace Simulator.Analysis.Exports.OpenMetrics;

/// <summary>A number that stands as it is until it changes: a gauge, a counter, or the 1 of an info.</summary>
internal sealed class StairSeries(SampleWriter writer, MetricFamily family) : ISeries
{
    private readonly string name = family.Type switch
    {
        MetricType.Counter => $"{family.Name}_total",
        MetricType.Info => $"{family.Name}_info",
        _ => family.Name,
    };

    private string series = "";
    private double value;
    private double whole;

    /// <inheritdoc/>
    public void Begin(string labels)
    {
        series = $"{name}{{{labels}}}";
        value = 0;
        writer.Series++;
    }

    /// <inheritdoc/>
    public void Take(double more, double other)
    {
        value += more;
        whole = other;
    }

    /// <inheritdoc/>
    public void Write(long seconds) => writer.Write(series, whole > 0 ? value / whole : value, seconds);
}
