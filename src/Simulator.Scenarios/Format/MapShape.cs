using System.Text.Json.Nodes;
using Simulator.Scenarios.Reading;

namespace Simulator.Scenarios.Format;

/// <summary>A map whose keys its author chooses: ids, levels, dates.</summary>
/// <param name="keyName">What its keys are, such as <c>kind id</c>.</param>
/// <param name="keyProblem">A sentence that says why a text is no such key; <c>null</c> if it is one.</param>
/// <param name="value">The shape of each value.</param>
/// <param name="most">The most entries.</param>
internal sealed class MapShape(
    string keyName, Func<string, string?> keyProblem, Shape value, int most = int.MaxValue) : Shape
{
    /// <summary>The shape of each value.</summary>
    public Shape Value => value;

    /// <inheritdoc/>
    public override string TypeName => $"map of {keyName} to {value.TypeName}";

    /// <inheritdoc/>
    public override void Check(Node node, string what, Checking checking)
    {
        if (node is ScalarNode { IsNull: true })
        {
            return;
        }

        if (node is not MapNode map)
        {
            checking.WrongType(node, what, $"a map of {keyName} to {value.TypeName}");
            return;
        }

        if (map.Entries.Count > most)
        {
            checking.Problems.Error(
                node.Place,
                FormattableString.Invariant(
                    $"{what} has {map.Entries.Count} entries, and at most {most} are allowed."));
        }

        foreach (var (key, each) in map.Entries)
        {
            if (keyProblem(key.Text) is { } why)
            {
                checking.Problems.Error(key.Place, $"The key {key.Description} is wrong: {why}");
            }

            value.Check(each, $"'{ScalarNode.Excerpt(key.Text)}'", checking);
        }
    }

    /// <inheritdoc/>
    public override JsonObject Schema(SchemaBook book) => new()
    {
        ["type"] = new JsonArray("object", "null"),
        ["additionalProperties"] = book.Of(value),
    };
}
