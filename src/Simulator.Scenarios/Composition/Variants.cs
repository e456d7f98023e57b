using Simulator.Scenarios.Problems;
using Simulator.Scenarios.Reading;

namespace Simulator.Scenarios.Composition;

/// <summary>
/// The variants that a scenario declares: each a map of changes, or a list of other variants whose
/// changes follow one another.
/// </summary>
internal sealed class Variants(MapNode scenario, ProblemList problems)
{
    /// <summary>The name of the scenario as it stands.</summary>
    public const string Base = "base";

    private const int MostParts = 1_000;

    private readonly MapNode? _variants = scenario.Map("variants");
    private int _parts;

    /// <summary>The names, in the order declared.</summary>
    public IReadOnlyList<string> Names => [.. _variants?.Keys ?? []];

    /// <summary>By variant that combines others: which.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Combined => (_variants?.Entries ?? [])
        .Where(entry => entry.Value is ListNode)
        .ToDictionary(
            entry => entry.Key.Text,
            IReadOnlyList<string> (entry) => [.. ((ListNode)entry.Value).Scalars().Select(part => part.Text)]);

    /// <summary>Where each is declared.</summary>
    public IReadOnlyDictionary<string, Place> Places =>
        (_variants?.Entries ?? []).DistinctBy(entry => entry.Key.Text).ToDictionary(entry => entry.Key.Text, entry => entry.Key.Place);

    /// <summary>Reports names and circles that make no sense.</summary>
    public void Check()
    {
        foreach (var (key, value) in _variants?.Entries ?? [])
        {
            if (key.Text == Base)
            {
                problems.Error(key.Place, $"'{Base}' is the scenario as it stands.",
                    "Give the variant another name.");
            }

            Changes(key.Text);
        }
    }

    /// <summary>The maps of changes that a variant comes to, in order.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="asked">Where it is asked for from outside the scenario; <c>null</c>: within it.</param>
    public IReadOnlyList<MapNode> Changes(string name, Place? asked = null)
    {
        var changes = new List<MapNode>();
        if (name != Base && _variants?.Find(name) is null && asked is { } place)
        {
            problems.Unknown(
                place, $"There is no variant '{ScalarNode.Excerpt(name)}'.", name, [Base, .. Names], "");
        }
        else if (name != Base)
        {
            Collect(name, changes, []);
        }

        return changes;
    }

    /// <summary>The settings of a map of changes, in order.</summary>
    public static IEnumerable<Setting> Settings(MapNode change) =>
        change.Entries("set").Select(entry => new Setting(entry.Key.Text, entry.Key.Place, entry.Value));

    private void Collect(string name, List<MapNode> changes, List<string> open)
    {
        switch (_variants?[name])
        {
            case MapNode change:
                changes.Add(change);
                break;
            case ListNode list:
                open.Add(name);
                foreach (var part in list.Scalars())
                {
                    CollectPart(part, changes, open);
                }

                open.RemoveAt(open.Count - 1);
                break;
            default:
                break;
        }
    }

    private void CollectPart(ScalarNode part, List<MapNode> changes, List<string> open)
    {
        if (++_parts > MostParts)
        {
            problems.Error(part.Place, $"The variants are combined of more than {MostParts} parts.");
        }
        else if (open.Contains(part.Text))
        {
            problems.Error(part.Place, $"The variant '{part.Text}' is made of itself.");
        }
        else if (_variants?.Find(part.Text) is null)
        {
            problems.Unknown(
                part.Place, $"There is no variant {part.Description}.", part.Text, Names, "There are none.");
        }
        else
        {
            Collect(part.Text, changes, open);
        }
    }
}
