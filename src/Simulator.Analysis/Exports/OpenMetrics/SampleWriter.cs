using System.Globalization;
using System.Text;

namespace Simulator.Analysis.Exports.OpenMetrics;

/// <summary>
/// Writes samples in the text form of OpenMetrics 1.0 (OpenObservability, <em>OpenMetrics</em>, 2020; sections 5 and 6), and
/// counts them.
/// </summary>
internal sealed class SampleWriter(TextWriter text)
{
    /// <summary>Families so far.</summary>
    internal int Families { get; private set; }

    /// <summary>Series so far; each bucket of a histogram is one.</summary>
    internal long Series { get; set; }

    /// <summary>Samples so far.</summary>
    internal long Samples { get; private set; }

    /// <summary>Begins a family.</summary>
    internal void Begin(MetricFamily family)
    {
        Families++;
        text.Write($"# TYPE {family.Name} {family.Type.ToString().ToLowerInvariant()}\n");
        if (family.Unit.Length > 0)
        {
            text.Write($"# UNIT {family.Name} {family.Unit}\n");
        }

        text.Write($"# HELP {family.Name} {Escaped(family.Help)}\n");
    }

    /// <summary>Writes one sample.</summary>
    /// <param name="series">The name with its labels.</param>
    /// <param name="value">The value.</param>
    /// <param name="seconds">Seconds since 1970.</param>
    internal void Write(string series, double value, long seconds)
    {
        Span<char> number = stackalloc char[32];
        text.Write(series);
        text.Write(' ');
        var isWhole = Math.Abs(value) < 1L << 53 && Math.Floor(value) == value;
        var written = isWhole
            ? ((long)value).TryFormat(number, out var length, default, CultureInfo.InvariantCulture)
            : value.TryFormat(number, out length, "R", CultureInfo.InvariantCulture);
        System.Diagnostics.Debug.Assert(written, "A double has no more than 24 characters.");
        text.Write(number[..length]);
        text.Write(' ');
        _ = seconds.TryFormat(number, out length, default, CultureInfo.InvariantCulture);
        text.Write(number[..length]);
        text.Write('\n');
        Samples++;
    }

    /// <summary>Ends the text.</summary>
    internal void End() => text.Write("# EOF\n");

    /// <summary>Labels as they stand between the braces.</summary>
    internal static string Labelled(IEnumerable<KeyValuePair<string, string>> labels) =>
        string.Join(',', labels.Select(label => $"{label.Key}=\"{Escaped(label.Value)}\""));

    /// <summary>A text of which no character ends it: backslash, quote and line feed are escaped.</summary>
    internal static string Escaped(string value)
    {
        if (value.AsSpan().IndexOfAny('\\', '"', '\n') < 0)
        {
            return value;
        }

        var escaped = new StringBuilder(value.Length + 8);
        foreach (var letter in value)
        {
            _ = letter switch
            {
                '\\' => escaped.Append(@"\\"),
                '"' => escaped.Append("\\\""),
                '\n' => escaped.Append(@"\n"),
                _ => escaped.Append(letter),
            };
        }

        return escaped.ToString();
    }
}
