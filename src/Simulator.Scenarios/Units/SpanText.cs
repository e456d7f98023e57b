using System.Buffers;
using System.Globalization;
using System.Text;

namespace Simulator.Scenarios.Units;

/// <summary>
/// Reads lengths of time as people write them: <c>90m</c>, <c>1h30m</c>, <c>2d</c> elapsed, and
/// <c>10wm</c>, <c>4wh</c>, <c>1.5wd</c> of working time.
/// </summary>
internal static class SpanText
{
    private static readonly SearchValues<char> _digits = SearchValues.Create("0123456789.");

    /// <summary>The amount, or a sentence that says why there is none.</summary>
    public static (Amount? Amount, string? Problem) Parse(string text, SpanUnits units)
    {
        if (Parts(text) is not { } parts)
        {
            return (null, Fault(text, units));
        }

        double minutes = 0;
        double days = 0;
        foreach (var (number, unit) in parts)
        {
            minutes += unit switch
            {
                "m" or "wm" => number,
                "h" or "wh" => number * 60,
                "d" =>
                number * 1440,
                _ => 0
            };
            days += unit == "wd" ? number : 0;
        }

        bool isWorking = parts[0].Unit[0] == 'w';
        if (parts.Any(part => part.Unit[0] == 'w' != isWorking))
        {
            return (null, $"'{text}' mixes elapsed and working time; write one of them.");
        }

        if (units != SpanUnits.Either && isWorking != (units == SpanUnits.Working))
        {
            return (null, isWorking
                ? $"'{text}' is working time, and elapsed time is needed here: write m, h or d."
                : $"'{text}' is elapsed time, and working time is needed here: write wm, wh or wd.");
        }

        return minutes + (days * 1440) <= Amount.MostMinutes
            ? (new Amount(minutes, days, isWorking), null)
            : (null, $"'{text}' is longer than ten years.");
    }

    /// <summary>The same length in the same units, times a factor; <c>null</c> if it is no length.</summary>
    public static string? Scaled(string text, double factor)
    {
        if (Parts(text) is not { } parts)
        {
            return null;
        }

        var scaled = new StringBuilder();
        foreach (var (number, unit) in parts)
        {
            scaled.Append(NumberText.Plain(number * factor)).Append(unit);
        }

        return scaled.ToString();
    }

    /// <summary>The numbers and units that a length is made of, or <c>null</c>.</summary>
    private static List<(double Number, string Unit)>? Parts(string text)
    {
        var parts = new List<(double, string)>();
        int at = 0;
        while (at < text.Length && parts.Count < 8)
        {
            int digits = text.AsSpan(at).IndexOfAnyExcept(_digits);
            if (digits <= 0 || !double.TryParse(
                text.AsSpan(at, digits), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture,
                    out double number))
            {
                return null;
            }

            at += digits;
            if (at == text.Length)
            {
                return null;
            }

            int length = text[at] == 'w' ? 2 : 1;
            string unit = text.Substring(at, Math.Min(length, text.Length - at));
            if (unit is not ("m" or "h" or "d" or "wm" or "wh" or "wd"))
            {
                return null;
            }

            parts.Add((number, unit));
            at += length;
        }

        return parts.Count > 0 && at == text.Length ? parts : null;
    }

    private static string Fault(string text, SpanUnits units)
    {
        string examples = units switch
        {
            SpanUnits.Elapsed => "like 90m, 1h30m or 2d",
            SpanUnits.Working => "of working time, like 10wm, 4wh or 2wd",
            _ => "like 90m, 2d, or 4wh and 2wd of working time",
        };
        string excerpt = Reading.ScalarNode.Excerpt(text);
        if (text.StartsWith('-'))
        {
            return $"'{excerpt}' is negative; write a length {examples}.";
        }

        return text.Length > 0 && text.AsSpan().IndexOfAnyExcept(_digits) < 0
            ? $"'{excerpt}' has no unit; write a length {examples}."
            : $"'{excerpt}' is not a length of time; write one {examples}.";
    }
}
