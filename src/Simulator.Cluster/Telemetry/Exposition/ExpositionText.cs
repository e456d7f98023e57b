using System.Globalization;
using System.Text;

namespace Simulator.Cluster.Telemetry.Exposition;

/// <summary>
/// The text that Prometheus scrapes: its own form, 0.0.4, or OpenMetrics 1.0, which differs in how a counter's family is
/// named, in the line with the unit and in the end.
/// </summary>
internal sealed class ExpositionText(bool isOpenMetrics)
{
    private readonly StringBuilder text = new();

    /// <summary>What the answer says that it is.</summary>
    internal string ContentType => isOpenMetrics
        ? "application/openmetrics-text; version=1.0.0; charset=utf-8"
        : "text/plain; version=0.0.4; charset=utf-8";

    /// <summary>Writes a family: instruments of one name and type, each with all its series.</summary>
    internal void Write(IReadOnlyCollection<ExposedInstrument> family)
    {
        var first = family.First();
        var name = first.Family;
        var counter = first.Type == ExposedType.Counter ? $"{name}_total" : name;
        var described = isOpenMetrics ? name : counter;
        text.Append(CultureInfo.InvariantCulture, $"# TYPE {described} {first.Type.ToString().ToLowerInvariant()}\n");
        if (isOpenMetrics && first.Unit.Length > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"# UNIT {name} {first.Unit}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"# HELP {described} {Escaped(first.Help, isOpenMetrics)}\n");
        var written = new HashSet<string>(StringComparer.Ordinal);
        foreach (var instrument in family)
        {
            instrument.Show((labels, series) =>
            {
                if (!written.Add(labels))
                {
                    return;
                }

                if (instrument.Type == ExposedType.Histogram)
                {
                    WriteBuckets(name, labels, instrument.Bounds, series);
                }
                else
                {
                    Sample(counter, labels, series.Value);
                }
            });
        }
    }

    /// <summary>All that was written.</summary>
    internal string End() => isOpenMetrics ? text.Append("# EOF\n").ToString() : text.ToString();

    /// <summary>A text that no character ends; quotes matter in values, and in OpenMetrics everywhere.</summary>
    internal static string Escaped(string value, bool isValue)
    {
        var escaped = value.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("\n", @"\n", StringComparison.Ordinal);
        return isValue ? escaped.Replace("\"", "\\\"", StringComparison.Ordinal) : escaped;
    }

    private void WriteBuckets(string name, string labels, IReadOnlyList<double> bounds, ExposedSeries series)
    {
        var (comma, sum) = (labels.Length == 0 ? "" : ",", 0L);
        for (var bucket = 0; bucket <= bounds.Count; bucket++)
        {
            sum += series.Counts[bucket];
            var bound = bucket == bounds.Count ? "+Inf" : Bound(bounds[bucket]);
            Sample($"{name}_bucket", $"{labels}{comma}le=\"{bound}\"", sum);
        }

        Sample($"{name}_sum", labels, series.Value);
        Sample($"{name}_count", labels, sum);
    }

    /// <summary>In OpenMetrics a bound that is whole says that it is a number with a fraction.</summary>
    private string Bound(double bound)
    {
        var number = bound.ToString("R", CultureInfo.InvariantCulture);
        return isOpenMetrics && bound == Math.Floor(bound) && !number.Contains('E', StringComparison.Ordinal) ? $"{number}.0" : number;
    }

    private void Sample(string name, string labels, double value)
    {
        var number = double.IsNaN(value) ? "NaN" : double.IsPositiveInfinity(value) ? "+Inf" : double.IsNegativeInfinity(value) ? "-Inf"
            : value.ToString("R", CultureInfo.InvariantCulture);
        text.Append(name);
        if (labels.Length > 0)
        {
            text.Append('{').Append(labels).Append('}');
        }

        text.Append(' ').Append(number).Append('\n');
    }
}
