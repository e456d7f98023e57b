using System.Text.Json.Nodes;
using Simulator.Scenarios.Reading;

namespace Simulator.Scenarios.Format;

/// <summary>A single value of some type.</summary>
/// <param name="typeName">The type as the reference names it.</param>
/// <param name="schema">Makes its JSON Schema.</param>
/// <param name="problem">A sentence that says why a text is no such value; <c>null</c> if it is one.</param>
internal sealed class ScalarShape(string typeName, Func<JsonObject> schema, Func<string, string?> problem)
    : Shape
{
    /// <inheritdoc/>
    public override string TypeName => typeName;

    /// <inheritdoc/>
    public override void Check(Node node, string what, Checking checking)
    {
        if (node is not ScalarNode scalar)
        {
            checking.WrongType(node, what, typeName);
        }
        else if (scalar.IsNull)
        {
            checking.Problems.Error(node.Place, $"{what} has no value.", $"It takes {typeName}.");
        }
        else if (problem(scalar.Text) is { } why)
        {
            checking.Problems.Error(node.Place, $"{what} is wrong: {why}");
        }
    }

    /// <inheritdoc/>
    public override JsonObject Schema(SchemaBook book) => schema();
}
