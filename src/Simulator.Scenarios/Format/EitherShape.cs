using System.Text.Json.Nodes;
using Simulator.Scenarios.Reading;

namespace Simulator.Scenarios.Format;

/// <summary>A value that may be single, a list or a map, with a shape for each.</summary>
internal sealed class EitherShape : Shape
{
    /// <summary>The shape of a single value, if it may be one.</summary>
    public Shape? Scalar { get; init; }

    /// <summary>The shape of a list, if it may be one.</summary>
    public Shape? List { get; init; }

    /// <summary>The shape of a map, if it may be one.</summary>
    public Shape? Map { get; init; }

    /// <inheritdoc/>
    public override string TypeName => string.Join(" or ", Shapes.Select(shape => shape.TypeName));

    private IEnumerable<Shape> Shapes => new[] { Scalar, List, Map }.OfType<Shape>();

    /// <summary>The shape of the values of its kind of node.</summary>
    public Shape? For(Node node) => node switch { ListNode => List, MapNode => Map, _ => Scalar };

    /// <inheritdoc/>
    public override void Check(Node node, string what, Checking checking)
    {
        if (For(node) is { } shape)
        {
            shape.Check(node, what, checking);
        }
        else if (node is not ScalarNode { IsNull: true })
        {
            checking.WrongType(node, what, TypeName);
        }
    }

    /// <inheritdoc/>
    public override JsonObject Schema(SchemaBook book) => new()
    {
        ["anyOf"] = new JsonArray([.. Shapes.Select(shape => (JsonNode?)book.Of(shape))]),
    };
}
