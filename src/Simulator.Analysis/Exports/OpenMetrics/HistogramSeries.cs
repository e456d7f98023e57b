namespace Simulator.Analysis.Exports.OpenMetrics;

/// <summary>
/// How many values have come that are not above each of some bounds, their sum and their number. The bounds are those of days on
/// which offices think: hours, days, weeks.
/// </summary>
internal sealed class HistogramSeries : ISeries
{
    private const int Hour = 3600;
    private const int Day = 24 * Hour;

    private static readonly int[] Bounds =
        [Hour, 4 * Hour, 8 * Hour, Day, 2 * Day, 3 * Day, 5 * Day, 7 * Day, 10 * Day, 14 * Day, 21 * Day, 30 * Day, 60 * Day, 90 * Day];

    private readonly SampleWriter writer;
    private readonly string name;
    private readonly string[] series = new string[Bounds.Length + 3];
    private readonly double[] counts = new double[Bounds.Length + 1];
    private double sum;

    internal HistogramSeries(SampleWriter writer, MetricFamily family) => (this.writer, name) = (writer, family.Name);

    /// <inheritdoc/>
    public void Begin(string labels)
    {
        for (var bucket = 0; bucket < Bounds.Length; bucket++)
        {
            series[bucket] = $"{name}_bucket{{{labels},le=\"{Bounds[bucket]}.0\"}}";
        }

        series[^3] = $"{name}_bucket{{{labels},le=\"+Inf\"}}";
        series[^2] = $"{name}_count{{{labels}}}";
        series[^1] = $"{name}_sum{{{labels}}}";
        Array.Clear(counts);
        sum = 0;
        writer.Series += series.Length;
    }

    /// <inheritdoc/>
    public void Take(double more, double other)
    {
        for (var bucket = Bounds.Length; bucket >= 0 && (bucket == Bounds.Length || other <= Bounds[bucket]); bucket--)
        {
            counts[bucket] += more;
        }

        sum += more * other;
    }

    /// <inheritdoc/>
    public void Write(long seconds)
    {
        for (var bucket = 0; bucket < counts.Length; bucket++)
        {
            writer.Write(series[bucket], counts[bucket], seconds);
        }

        writer.Write(series[^2], counts[^1], seconds);
        writer.Write(series[^1], sum, seconds);
    }
}
