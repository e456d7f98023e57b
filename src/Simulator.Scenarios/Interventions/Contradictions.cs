using Simulator.Scenarios.Organisation;
using Simulator.Scenarios.Reading;

namespace Simulator.Scenarios.Interventions;

/// <summary>Reports interventions of which one undoes what another does at the same moment.</summary>
internal sealed class Contradictions(Draft draft)
{
    /// <summary>Reports them, each at the second of the two.</summary>
    public void Check()
    {
        var set = new Dictionary<(string At, string Path), (string Id, string Value)>();
        foreach (var map in draft.Root.Maps("interventions"))
        {
            string id = map.Text("id") ?? "";
            string moment = map.Text("when") ?? map.Text("at") ?? "";
            foreach (var (key, value) in map.Entries("set"))
            {
                string text = value is ScalarNode scalar ? scalar.Text : Composition.ResolvedText.Inline(value);
                bool isAbsolute = !Composition.Change.IsRelative(value);
                if (isAbsolute && set.TryGetValue((moment, key.Text), out var other) && other.Value != text)
                {
                    draft.Problems.Error(
                        key.Place,
                        $"'{ScalarNode.Excerpt(key.Text)}' is set to {ScalarNode.Excerpt(text)} here and to "
                            + $"{ScalarNode.Excerpt(other.Value)} by '{other.Id}', both at the same moment.",
                        "Leave one of them out, or let one begin later.");
                }
                else if (isAbsolute)
                {
                    set[(moment, key.Text)] = (id, text);
                }
            }
        }
    }
}
