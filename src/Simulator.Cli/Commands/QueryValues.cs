using System.Globalization;

namespace Simulator.Cli.Commands;

/// <summary>Values of options of <c>simulator query</c> as people write them.</summary>
internal static class QueryValues
{
    private static readonly (string Unit, double Seconds)[] s_units = [("ms", 0.001), ("s", 1), ("m", 60), ("h", 3600)];

    /// <summary>From <c>name=value</c>, several times.</summary>
    internal static Dictionary<string, string> Parameters(IEnumerable<string> texts)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            var sign = text.IndexOf('=', StringComparison.Ordinal);
            var name = sign < 0 ? "" : text[..sign].TrimStart(':', '@', '$');
            if (name.Length == 0)
            {
                throw new UsageException($"--param takes name=value, such as level=commune, not '{text}'.");
            }

            if (!values.TryAdd(name, text[(sign + 1)..]))
            {
                throw new UsageException($"--param {name} is given twice.");
            }
        }

        return values;
    }

    /// <summary>A number of rows; <c>null</c>: not given.</summary>
    internal static long? Rows(long? limit) => limit is null or > 0
        ? limit
        : throw new UsageException($"--limit takes how many rows at most, 1 or more, not {limit}.");

    /// <summary>A length of real time.</summary>
    internal static TimeSpan Time(string text)
    {
        foreach (var (unit, seconds) in s_units)
        {
            if (text.EndsWith(unit, StringComparison.Ordinal)
                && double.TryParse(text[..^unit.Length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                && number * seconds is >= 0.001 and <= 86_400)
            {
                return TimeSpan.FromSeconds(number * seconds);
            }
        }

        throw new UsageException($"--timeout takes a time of at most a day, such as 30s, 5m or 1h, not '{text}'.");
    }
}
