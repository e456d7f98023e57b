using System.Text.Json.Nodes;
using Simulator.Scenarios.Reading;

namespace Simulator.Scenarios.Format;

/// <summary>A follow-up for all levels, or one for each of some levels.</summary>
internal sealed class FollowUpShape : Shape
{
    private readonly MapShape _byLevel = new("level", Ids.Problem, ConductFormat.FollowUp);

    /// <inheritdoc/>
    public override string TypeName => $"{ConductFormat.FollowUp.TypeName} or {_byLevel.TypeName}";

    /// <summary>The shape of one for each of some levels.</summary>
    public Shape ByLevel => _byLevel;

    /// <summary>Whether a map is a follow-up itself, and not one for each of some levels.</summary>
    public static bool IsForAll(MapNode map) =>
        map.Keys.Any(key => ConductFormat.FollowUp.Find(key) is not null)
        || map.Entries.Any(entry => entry.Value is ScalarNode);

    /// <summary>The shape that a map is to have.</summary>
    public Shape For(MapNode map) => IsForAll(map) ? ConductFormat.FollowUp : _byLevel;

    /// <inheritdoc/>
    public override void Check(Node node, string what, Checking checking)
    {
        Shape shape = node is MapNode map ? For(map) : _byLevel;
        shape.Check(node, what, checking);
    }

    /// <inheritdoc/>
    public override JsonObject Schema(SchemaBook book) => new()
    {
        ["anyOf"] = new JsonArray(book.Of(ConductFormat.FollowUp), book.Of(_byLevel)),
    };
}
