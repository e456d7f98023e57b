using System.Text.Json.Nodes;
using Simulator.Scenarios.Reading;

namespace Simulator.Scenarios.Format;

/// <summary>A value whose shape depends on another; it is checked where it is put.</summary>
/// <param name="typeName">The type as the reference names it.</param>
internal sealed class AnyShape(string typeName) : Shape
{
    /// <inheritdoc/>
    public override string TypeName => typeName;

    /// <inheritdoc/>
    public override void Check(Node node, string what, Checking checking)
    {
    }

    /// <inheritdoc/>
    public override JsonObject Schema(SchemaBook book) => [];
}
