using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Simulator.Scenarios.Problems;
using Simulator.Scenarios.Reading;

namespace Simulator.Tests.Scenarios.Format;

/// <summary>
/// A scenario as JSON, with the types that YAML 1.2 gives to plain values (its core schema, 10.3).
/// </summary>
internal static partial class PlainJson
{
    public static string Of(string yaml)
    {
        var problems = new ProblemList();
        var node = YamlReader.Read(yaml, "yaml", ReadingLimits.Ordinary, problems);
        Assert.Empty(problems.InOrder());
        return Of(node!)?.ToJsonString() ?? "null";
    }

    private static JsonNode? Of(Node node) => node switch
    {
        MapNode map =>
            new JsonObject(map.Entries.Select(entry => KeyValuePair.Create(entry.Key.Text, Of(entry.Value)))),
        ListNode list => new JsonArray([.. list.Items.Select(Of)]),
        ScalarNode { IsNull: true } => null,
        ScalarNode { IsQuoted: false } scalar => Plain(scalar.Text),
        ScalarNode scalar => JsonValue.Create(scalar.Text),
        _ => throw new InvalidOperationException(),
    };

    private static JsonValue Plain(string text)
    {
        if (text is "true" or "True" or "TRUE" or "false" or "False" or "FALSE")
        {
            return JsonValue.Create(text[0] is 't' or 'T');
        }

        bool isNumber = NumberPattern().IsMatch(text);
        return isNumber
            ? JsonValue.Create(decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture))
            : JsonValue.Create(text)!;
    }

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)$")]
    private static partial Regex NumberPattern();
}
