using Simulator.Scenarios.Format;
using Simulator.Scenarios.Reading;

namespace Simulator.Scenarios.Composition;

/// <summary>
/// Appends the restructurings of a variant to those of the scenario, so that a resolved scenario declares what
/// has been changed and not what came of it.
/// </summary>
internal static class Restructurings
{
    private const string Section = "restructuring";

    /// <summary>The scenario with those of a map of changes, in the order written.</summary>
    public static MapNode Append(MapNode scenario, MapNode change)
    {
        var added = change.Entries
            .Where(entry => RestructuringFormat.Keys.Any(key => key.Name == entry.Key.Text))
            .Select(entry => (Node)new MapNode(entry.Key.Place, [entry]))
            .ToList();
        if (added.Count == 0)
        {
            return scenario;
        }

        var before = scenario[Section] as ListNode;
        return scenario.With(
            new ScalarNode(change.Place, Section), new ListNode(change.Place, [.. before?.Items ?? [], .. added]));
    }
}
