using System.Text.Json.Nodes;

namespace Simulator.Scenarios.Format;

/// <summary>Collects the definitions of a JSON Schema while shapes are written into it.</summary>
internal sealed class SchemaBook
{
    private readonly JsonObject _definitions = [];
    private bool _inList;

    /// <summary>The definitions so far.</summary>
    public JsonObject Definitions => _definitions;

    /// <summary>The schema of a shape.</summary>
    public JsonObject Of(Shape shape) => shape.Schema(this);

    /// <summary>The schema of an item of a list, which no other file can complete.</summary>
    public JsonObject InList(Shape shape)
    {
        bool outer = _inList;
        _inList = true;
        var schema = Of(shape);
        _inList = outer;
        return schema;
    }

    /// <summary>A reference to a record, defined at its first use.</summary>
    public JsonObject Reference(RecordShape record)
    {
        if (!_definitions.ContainsKey(record.Name))
        {
            _definitions[record.Name] = new JsonObject();
            _definitions[record.Name] = Definition(record);
        }

        return new JsonObject { ["$ref"] = $"#/definitions/{record.Name}" };
    }

    private JsonObject Definition(RecordShape record)
    {
        var properties = new JsonObject();
        foreach (var key in record.Keys)
        {
            var schema = Of(key.Shape);
            bool isReference = schema.ContainsKey("$ref");
            properties[key.Name] = isReference
                ? new JsonObject { ["description"] = key.Meaning, ["allOf"] = new JsonArray(schema) }
                : Described(schema, key.Meaning);
        }

        var definition = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["additionalProperties"] = false,
        };
        string[] required = [.. record.Keys
            .Where(key => key.IsRequired && (_inList || key.Name == "format"))
            .Select(key => key.Name)];
        if (required.Length > 0)
        {
            definition["required"] = new JsonArray([.. required.Select(name => (JsonNode?)name)]);
        }

        return definition;
    }

    private static JsonObject Described(JsonObject schema, string meaning)
    {
        schema["description"] = meaning;
        return schema;
    }
}
