using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Simulator.Tests.Dashboards;

/// <summary>A dashboard as its file says: what its panels ask, and how its variables are filled.</summary>
internal sealed class GrafanaDashboard
{
    private readonly JsonElement root;

    private GrafanaDashboard(string name)
    {
        Path = System.IO.Path.Combine(Folder, "grafana", $"{name}.json");
        root = JsonDocument.Parse(File.ReadAllText(Path)).RootElement;
    }

    /// <summary>The folder of all dashboards and rules.</summary>
    public static string Folder { get; } = FolderFrom();

    public string Path { get; }

    /// <summary>Title of the panel and query, one for each query.</summary>
    public IEnumerable<(string Panel, string Query)> Queries() =>
        from panel in root.GetProperty("panels").EnumerateArray()
        where panel.GetProperty("type").GetString() != "row"
        from target in panel.GetProperty("targets").EnumerateArray()
        select (panel.GetProperty("title").GetString()!, target.GetProperty("expr").GetString()!);

    /// <summary>Name, metric and label of each variable that is asked of Prometheus: <c>label_values(metric, label)</c>.</summary>
    public IEnumerable<(string Name, string Metric, string Label)> Variables() =>
        from variable in root.GetProperty("templating").GetProperty("list").EnumerateArray()
        where variable.GetProperty("type").GetString() == "query"
        let call = variable.GetProperty("query").GetProperty("query").GetString()!
        let comma = call.LastIndexOf(',')
        select (
            variable.GetProperty("name").GetString()!, call["label_values(".Length..comma], call[(comma + 1)..].Trim().TrimEnd(')'));

    public static GrafanaDashboard Read(string name) => new(name);

    /// <summary>A query with its variables replaced, the longest names first; what is not named is everything.</summary>
    public static string Filled(string query, params (string Variable, string Value)[] values)
    {
        foreach (var (variable, value) in values.Concat(
            [("$__rate_interval", "15s"), ("$directive", ".*"), ("$instance", ".*"), ("$level", ".*"), ("$run", ".*")]))
        {
            query = query.Replace(variable, value, StringComparison.Ordinal);
        }

        return query;
    }

    private static string FolderFrom([CallerFilePath] string here = "") =>
        System.IO.Path.GetFullPath(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(here)!, "../../../dashboards"));
}
