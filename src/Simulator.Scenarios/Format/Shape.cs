using System.Text.Json.Nodes;
using Simulator.Scenarios.Reading;

namespace Simulator.Scenarios.Format;

/// <summary>
/// What a value in a scenario may look like. From the shapes come the errors about keys and types, the
/// JSON Schema for editors and the tables of the reference, so that the three cannot disagree.
/// </summary>
internal abstract class Shape
{
    /// <summary>The type as the reference names it.</summary>
    public abstract string TypeName { get; }

    /// <summary>Reports everything in a value that does not fit.</summary>
    /// <param name="node">The value.</param>
    /// <param name="what">What the value is of, as the beginning of a sentence.</param>
    /// <param name="checking">The walk.</param>
    public abstract void Check(Node node, string what, Checking checking);

    /// <summary>The shape as JSON Schema; definitions that it refers to are added to the book.</summary>
    public abstract JsonObject Schema(SchemaBook book);
}
