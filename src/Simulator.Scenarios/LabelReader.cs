using Simulator.Kernel.Documents;
using Simulator.Scenarios.Directives;
using Simulator.Scenarios.Organisation;
using Simulator.Scenarios.Reading;

namespace Simulator.Scenarios;

/// <summary>Reads what a scenario says for people only.</summary>
internal static class LabelReader
{
    /// <summary>The labels of a composed scenario.</summary>
    public static Labels Read(MapNode root, BodyReader bodies)
    {
        var directives = root.Maps("directives").Where(map => map.Text("id") is not null).ToList();
        return new Labels
        {
            Title = Draft.TextOf(root["title"]),
            About = root.Text("about"),
            BodyNames = bodies.Names,
            BodySymbols = bodies.Symbols,
            KindNames = root.Entries("kinds")
                .Where(entry => (entry.Value as MapNode)?["name"] is not null)
                .ToDictionary(entry => entry.Key.Text, entry => Draft.TextOf(((MapNode)entry.Value)["name"])),
            Forms = directives.Where(map => map["form"] is not null)
                .DistinctBy(map => map.Text("id"))
                .ToDictionary(map => map.Text("id")!, map => Draft.TextOf(map["form"])),
            DistributionLists = directives.Where(map => map["distribution"] is not null)
                .DistinctBy(map => map.Text("id"))
                .ToDictionary(map => map.Text("id")!, Recipients),
            Sources = Sources(root),
        };
    }

    private static IReadOnlyList<Recipient> Recipients(MapNode directive) =>
        [.. directive.Maps("distribution").Select(map => new Recipient(
            Draft.TextOf(map["to"]),
            Enum.TryParse<Purpose>(map.Text("purpose"), ignoreCase: true, out var purpose)
                ? purpose
                : Purpose.Information))];

    private static Dictionary<string, string> Sources(MapNode root)
    {
        var sources = new Dictionary<string, string>(StringComparer.Ordinal);
        Collect(root, "", sources);
        return sources;
    }

    private static void Collect(Node node, string path, Dictionary<string, string> sources)
    {
        if (node is MapNode map)
        {
            foreach (var (key, value) in map.Entries)
            {
                if (key.Text == "source" && value is ScalarNode source)
                {
                    sources[path] = source.Text;
                }
                else if (value is not ScalarNode)
                {
                    Collect(value, path.Length == 0 ? key.Text : $"{path}.{key.Text}", sources);
                }
            }
        }
        else if (node is ListNode list)
        {
            for (int i = 0; i < list.Items.Count; i++)
            {
                string name = (list.Items[i] as MapNode).Text("id")
                    ?? (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
                Collect(list.Items[i], $"{path}.{name}", sources);
            }
        }
    }
}
