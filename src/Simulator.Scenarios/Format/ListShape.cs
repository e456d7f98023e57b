using System.Text.Json.Nodes;
using Simulator.Scenarios.Reading;

namespace Simulator.Scenarios.Format;

/// <summary>A list of values of one shape.</summary>
/// <param name="item">The shape of each.</param>
/// <param name="least">The fewest.</param>
/// <param name="most">The most.</param>
internal sealed class ListShape(Shape item, int least = 0, int most = int.MaxValue) : Shape
{
    /// <summary>The shape of each item.</summary>
    public Shape Item => item;

    /// <inheritdoc/>
    public override string TypeName => $"list of {item.TypeName}";

    /// <inheritdoc/>
    public override void Check(Node node, string what, Checking checking)
    {
        if (node is ScalarNode { IsNull: true } && least == 0)
        {
            return;
        }

        if (node is not ListNode list)
        {
            checking.WrongType(node, what, "a list");
            return;
        }

        if (list.Items.Count < least || list.Items.Count > most)
        {
            string bound = list.Items.Count < least ? $"at least {least}" : $"at most {most}";
            checking.Problems.Error(
                node.Place, FormattableString.Invariant(
                    $"{what} has {list.Items.Count} items, and {bound} are allowed."));
        }

        foreach (var each in list.Items)
        {
            checking.CheckItem(item, each, $"An item of {Lower(what)}");
        }
    }

    /// <inheritdoc/>
    public override JsonObject Schema(SchemaBook book)
    {
        var schema = new JsonObject { ["type"] = "array", ["items"] = book.InList(item) };
        if (least > 0)
        {
            schema["minItems"] = least;
        }

        if (most < int.MaxValue)
        {
            schema["maxItems"] = most;
        }

        return schema;
    }

    private static string Lower(string what) => char.ToLowerInvariant(what[0]) + what[1..];
}
