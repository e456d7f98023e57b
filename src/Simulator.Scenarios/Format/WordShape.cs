using System.Text.Json.Nodes;
using Simulator.Scenarios.Problems;
using Simulator.Scenarios.Reading;

namespace Simulator.Scenarios.Format;

/// <summary>One of a few words.</summary>
/// <param name="words">The words.</param>
internal sealed class WordShape(params string[] words) : Shape
{
    /// <summary>The words.</summary>
    public IReadOnlyList<string> Words => words;

    /// <inheritdoc/>
    public override string TypeName { get; } = string.Join(" | ", words);

    /// <inheritdoc/>
    public override void Check(Node node, string what, Checking checking)
    {
        if (node is not ScalarNode scalar)
        {
            checking.WrongType(node, what, $"one of {string.Join(", ", words)}");
        }
        else if (!words.Contains(scalar.Text))
        {
            checking.Problems.Error(
                node.Place,
                $"{what} cannot be {scalar.Description}.",
                words.Length == 1 ? $"It is '{words[0]}' or left out."
                    : $"It takes one of {string.Join(", ", words)}.",
                NearestName.Of(scalar.Text, words));
        }
    }

    /// <inheritdoc/>
    public override JsonObject Schema(SchemaBook book)
    {
        // YAML makes a boolean of true and a number of 1, and a schema sees them so.
        var values = words.Select(word => (JsonNode?)(word switch
        {
            "true" or "false" => JsonValue.Create(word == "true"),
            [>= '0' and <= '9'] => JsonValue.Create(word[0] - '0'),
            _ => JsonValue.Create(word),
        }));
        return new JsonObject { ["enum"] = new JsonArray([.. values]) };
    }
}
