using System.Text.Json.Nodes;
using Simulator.Scenarios.Reading;

namespace Simulator.Scenarios.Format;

/// <summary>A map whose keys the format knows.</summary>
/// <param name="name">The name of its section in the reference.</param>
/// <param name="keys">Its keys.</param>
internal sealed class RecordShape(string name, params Key[] keys) : Shape
{
    /// <summary>The name of its section in the reference.</summary>
    public string Name => name;

    /// <summary>Its keys.</summary>
    public IReadOnlyList<Key> Keys => keys;

    /// <inheritdoc/>
    public override string TypeName => name;

    /// <summary>What one of them is called wherever it is written; <c>null</c>: by where it is written.</summary>
    public string? Called { get; init; }

    /// <summary>The key of that name.</summary>
    public Key? Find(string key) => keys.FirstOrDefault(each => each.Name == key);

    /// <inheritdoc/>
    public override void Check(Node node, string what, Checking checking)
    {
        what = Called ?? what;
        if (node is ScalarNode { IsNull: true } && !keys.Any(key => key.IsRequired))
        {
            return;
        }

        if (node is not MapNode map)
        {
            checking.WrongType(node, what,
                $"a map of the keys {string.Join(", ", keys.Select(key => key.Name))}");
            return;
        }

        foreach (var (key, value) in map.Entries)
        {
            if (Find(key.Text) is { } known)
            {
                known.Shape.Check(value, $"'{key.Text}'", checking);
            }
            else
            {
                checking.Problems.Unknown(
                    key.Place,
                    $"There is no key {key.Description} in {Titled(what)}.",
                    key.Text,
                    keys.Select(each => each.Name),
                    "It has no keys.");
            }
        }

        foreach (var missing in keys.Where(key => key.IsRequired && map.Find(key.Name) is null))
        {
            if (checking.IsComplete)
            {
                checking.Problems.Error(
                    node.Place,
                    $"{what} has no '{missing.Name}'.",
                    $"Write {missing.Name}: {missing.Example}");
            }
        }
    }

    /// <inheritdoc/>
    public override JsonObject Schema(SchemaBook book) => book.Reference(this);

    private string Titled(string what) => name == "scenario" ? "a scenario"
        : Called is null ? $"{Lower(what)} ({name})"
        : Lower(what);

    private static string Lower(string what) => char.ToLowerInvariant(what[0]) + what[1..];
}
