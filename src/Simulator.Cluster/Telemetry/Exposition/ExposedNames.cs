using System.Text;

namespace Simulator.Cluster.Telemetry.Exposition;

/// <summary>
/// Names and units of OpenTelemetry as Prometheus has them: <c>simulator.round.duration</c> in <c>s</c> is
/// <c>simulator_round_duration_seconds</c> (OpenTelemetry specification, <em>Prometheus and OpenMetrics Compatibility</em>, metric
/// metadata). What is counted, <c>{round}</c>, is no unit.
/// </summary>
internal static class ExposedNames
{
    /// <summary>The unit as a word; empty: none.</summary>
    internal static string Unit(string? unit, ExposedType type) => unit switch
    {
        "s" => "seconds",
        "ms" => "milliseconds",
        "us" => "microseconds",
        "ns" => "nanoseconds",
        "min" => "minutes",
        "h" => "hours",
        "d" => "days",
        "By" => "bytes",
        "KiBy" => "kibibytes",
        "MiBy" => "mebibytes",
        "MB" => "megabytes",
        "%" => "percent",
        "1" when type == ExposedType.Gauge => "ratio",
        null or "" or "1" => "",
        _ when unit[0] == '{' => "",
        _ => Clean(unit.Replace("/", "_per_", StringComparison.Ordinal)),
    };

    /// <summary>The name of a family, without the <c>_total</c> of a counter.</summary>
    internal static string Family(string name, string unit, ExposedType type)
    {
        var family = Clean(name);
        if (type == ExposedType.Counter && family.EndsWith("_total", StringComparison.Ordinal))
        {
            family = family[..^"_total".Length];
        }

        return unit.Length == 0 || family.EndsWith($"_{unit}", StringComparison.Ordinal) ? family : $"{family}_{unit}";
    }

    /// <summary>A name of letters, digits and underscores, no two of these together and no digit first.</summary>
    internal static string Clean(string name)
    {
        var clean = new StringBuilder(name.Length + 1);
        foreach (var letter in name)
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                clean.Append(letter);
            }
            else if (clean.Length == 0 || clean[^1] != '_')
            {
                clean.Append('_');
            }
        }

        return clean.Length == 0 || char.IsAsciiDigit(clean[0]) ? $"_{clean}" : clean.ToString();
    }
}
