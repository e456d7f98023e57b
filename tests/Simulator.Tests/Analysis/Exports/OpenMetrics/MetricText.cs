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
    private readonly Dictionary<string, List<string>> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> metricOf = new(StringComparer.Ordinal); // without the bound of a bucket
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
        var wanted = Array.ConvertAll(labels, label => $"{label.Label}=\"{label.Value}\"");
        foreach (var key in byName.GetValueOrDefault(name) ?? [])
        {
            if (Array.TrueForAll(wanted, label => key.Contains(label, StringComparison.Ordinal))
                && PlaceAt(series[key], seconds) is >= 0 and var place)
            {
                sum = (sum ?? 0) + series[key].Values[place];
            }
        }

        return sum;
    }

    /// <summary>The place of the last sample that is not after a moment; -1: there is none.</summary>
    private static int PlaceAt(SortedList<long, double> values, long seconds)
    {
        var (low, high) = (0, values.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = values.Keys[middle] <= seconds ? (middle + 1, high) : (low, middle);
        }

        return low - 1;
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
        var end = line.LastIndexOf('}') + 1;
        var key = line[..end];
        if (!series.TryGetValue(key, out var values))
        {
            values = Add(key);
        }

        var own = metricOf[key];
        if (own != metric || metric.Length == 0)
        {
            Assert.True(metrics.Add($"{family}{{{own}}}"), $"{line}: samples of a metric stand together");
            metric = own;
        }

        var sample = line.AsSpan(end);
        if (!Sample().IsMatch(sample))
        {
            Assert.Fail(line);
        }

        var space = sample[1..].IndexOf(' ') + 1;
        var seconds = long.Parse(sample[(space + 1)..], CultureInfo.InvariantCulture);
        var value = double.Parse(sample[1..space], CultureInfo.InvariantCulture);
        if (values.Count > 0)
        {
            if (seconds <= values.Keys[^1] || (type is "counter" or "histogram" && value < values.Values[^1]))
            {
                Assert.Fail($"{line}: a series goes forward in time, and no counter falls");
            }
        }

        values.Add(seconds, value);
    }

    private SortedList<long, double> Add(string key)
    {
        var parts = Key().Match(key);
        Assert.True(parts.Success, key);
        var (name, labels) = (parts.Groups["name"].Value, parts.Groups["labels"].Value);
        Assert.Contains(name, Suffixes[type].Select(suffix => family + suffix));
        metricOf[key] = type == "histogram" ? Bound().Replace(labels, "") : labels;
        if (!byName.TryGetValue(name, out var keys))
        {
            byName[name] = keys = [];
        }

        keys.Add(key);
        return series[key] = [];
    }

    [GeneratedRegex(
        @"^(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)\{(?<labels>[a-z_]+=""(?:[^""\\\n]|\\[\\n""])*""(?:,[a-z_]+=""(?:[^""\\\n]|\\[\\n""])*"")*)\}$")]
    private static partial Regex Key();

    [GeneratedRegex(@"^ -?[0-9]+(?:\.[0-9]+)?(?:E-?[0-9]+)? [0-9]+$")]
    private static partial Regex Sample();

    [GeneratedRegex(",le=\"[^\"]+\"")]
    private static partial Regex Bound();
}
