namespace Simulator.Analysis.Exports.OpenMetrics;

/// <summary>
/// A family of metrics of a run: a file of SQL whose first comment says what it is. Its columns are the labels, then
/// <c>at</c>, the tick of a change, and <c>more</c>, by how much it rises; a series begins at its first row, and rows stand
/// series by series in the order of time. Of a ratio there is <c>per</c>, of what whole, and of a histogram <c>seconds</c>, the
/// value that came <c>more</c> times.
/// </summary>
public sealed record MetricFamily
{
    private const string Prefix = "openmetrics:";
    private const string Comment = "--";

    /// <summary>Its name, such as <c>simulator_run_bodies</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What it is.</summary>
    public required MetricType Type { get; init; }

    /// <summary>Its unit, which its name ends in; empty: none.</summary>
    public required string Unit { get; init; }

    /// <summary>What it tells.</summary>
    public required string Help { get; init; }

    /// <summary>Its labels beside those that all have.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>The question to a store, with <c>:begins</c> for the seconds since 1970 at tick 0.</summary>
    public required string Sql { get; init; }

    /// <summary>All there are, by name.</summary>
    public static IReadOnlyList<MetricFamily> All { get; } =
    [
        .. typeof(MetricFamily).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => Parse(TextOf(name)))
            .OrderBy(family => family.Name, StringComparer.Ordinal),
    ];

    private static string TextOf(string name)
    {
        using var reader = new StreamReader(typeof(MetricFamily).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    /// <summary>Type, name and unit; then what it tells; an empty line; and a label on each line.</summary>
    private static MetricFamily Parse(string sql)
    {
        var head = sql.Split('\n').TakeWhile(line => line.StartsWith(Comment, StringComparison.Ordinal))
            .Select(line => line[Comment.Length..].Trim()).ToList();
        var words = head[0].Split(' ');
        return new MetricFamily
        {
            Type = Enum.Parse<MetricType>(words[0], ignoreCase: true),
            Name = words[1],
            Unit = words.Length > 2 ? words[2] : "",
            Help = string.Join(' ', head.Skip(1).TakeWhile(line => line.Length > 0)),
            Labels = [.. head.SkipWhile(line => line.Length > 0).Where(line => line.Length > 0).Select(line => line.Split(' ')[0])],
            Sql = sql,
        };
    }
}
