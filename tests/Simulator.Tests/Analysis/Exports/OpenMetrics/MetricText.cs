using System.Globalization;
using System.Text.RegularExpressions;

namespace Simulator.Tests.Analysis.Exports.OpenMetrics;

/// <summary>
/// A text of OpenMetrics read by the rules of its specification, 1.0: what it forbids fails here. Values are found by the
/// name of a sample and some of its labels.
/// </summary>
internal sealed partial class MetricText
{
    private static readonly Dictionary<string, string[]> Suffixes = new(StringComparer.Ordinal)
    {
        ["gauge"] = [""],
        ["counter"] = ["_total"],
        ["histogram"] = ["_bucket", "_count", "_sum"],
        ["info"] = ["_info"],
    };

    private readonly Dictionary<string, SortedList<long, double>> series = new(StringComparer.Ordinal);
    private readonly List<string> families = [];
    private string family = "";
    private string type = "";
    private string metric = "";
    private readonly HashSet<string> metrics = new(StringComparer.Ordinal);

    public MetricText(string text)
    {
        Assert.EndsWith("\n# EOF\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', text);
        foreach (var line in text[..^"# EOF\n".Length].TrimEnd('\n').Split('\n'))
        {
            if (line[0] == '#')
            {
                Describe(line.Split(' ', 4));
            }
            else
            {
                Take(line);
            }
        }
    }

    public IReadOnlyList<string> Families => families;

    /// <summary>Series by name with labels, as they stand; their values by seconds.</summary>
    public IReadOnlyDictionary<string, SortedList<long, double>> Series => series;

    public long Samples => series.Values.Sum(each => (long)each.Count);

    /// <summary>The sum of the values at a moment, or the last before it, of the series that have these labels.</summary>
    public double? At(long seconds, string name, params (string Label, string Value)[] labels)
    {
        double? sum = null;
        foreach (var (key, values) in series)
        {
            if (key.StartsWith(name + "{", StringComparison.Ordinal)
                && labels.All(label => key.Contains($"{label.Label}=\"{label.Value}\"", StringComparison.Ordinal))
                && values.LastOrDefault(each => each.Key <= seconds) is { Key: > 0 } last)
            {
                sum = (sum ?? 0) + last.Value;
            }
        }

        return sum;
    }

    private void Describe(string[] words)
    {
        if (words[2] != family)
        {
            Assert.DoesNotContain(words[2], families); // all of a family stands together
            families.Add(family = words[2]);
            (type, metric) = ("", "");
        }

        switch (words[1])
        {
            case "TYPE":
                type = words[3];
                Assert.Contains(type, Suffixes.Keys);
                break;
            case "UNIT":
                Assert.EndsWith($"_{words[3]}", family, StringComparison.Ordinal);
                break;
            default:
                Assert.Equal("HELP", words[1]);
                Assert.NotEmpty(words[3]);
                break;
        }

        Assert.Equal("", metric); // before its first sample
    }

    private void Take(string line)
    {
        var parts = Sample().Match(line);
        Assert.True(parts.Success, line);
        var (name, labels) = (parts.Groups["name"].Value, parts.Groups["labels"].Value);
        Assert.Contains(name, Suffixes[type].Select(suffix => family + suffix));
        var own = type == "histogram" ? Bound().Replace(labels, "") : labels;
        if (own != metric || metric.Length == 0)
        {
            Assert.True(metrics.Add($"{family}{{{own}}}"), $"{line}: samples of a metric stand together");
            metric = own;
        }

        var key = $"{name}{{{labels}}}";
        if (!series.TryGetValue(key, out var values))
        {
            series[key] = values = [];
        }

        var seconds = long.Parse(parts.Groups["time"].Value, CultureInfo.InvariantCulture);
        var value = double.Parse(parts.Groups["value"].Value, CultureInfo.InvariantCulture);
        if (values.Count > 0)
        {
            Assert.True(seconds > values.Keys[^1], $"{line}: a series goes forward in time");
            Assert.True(type is not ("counter" or "histogram") || value >= values.Values[^1], $"{line}: it falls");
        }

        values.Add(seconds, value);
    }

    [GeneratedRegex(
        @"^(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)\{(?<labels>[a-z_]+=""(?:[^""\\\n]|\\[\\n""])*""(?:,[a-z_]+=""(?:[^""\\\n]|\\[\\n""])*"")*)\}"
        + @" (?<value>-?[0-9]+(?:\.[0-9]+)?(?:E-?[0-9]+)?) (?<time>[0-9]+)$")]
    private static partial Regex Sample();

    [GeneratedRegex(",le=\"[^\"]+\"")]
    private static partial Regex Bound();
}
