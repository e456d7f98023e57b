using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Simulator.Scenarios.Format;

namespace Simulator.Scenarios;

/// <summary>
/// The format of scenarios as a JSON Schema (draft 7), for editors that complete and check while one
/// writes. It says what a single file can be held against; what files complete in one another, and what
/// refers to something else, only a load can tell.
/// </summary>
public static class ScenarioSchema
{
    private static readonly JsonSerializerOptions _options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The schema, as JSON.</summary>
    public static string Json()
    {
        var book = new SchemaBook();
        var scenario = book.Of(ScenarioFormat.Scenario);
        var library = book.Of(ScenarioFormat.LibraryFile);
        var schema = new JsonObject
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["title"] = "Simulator scenario",
            ["if"] = new JsonObject
            {
                ["properties"] = new JsonObject { ["library"] = true },
                ["required"] = new JsonArray("library"),
            },
            ["then"] = library,
            ["else"] = scenario,
            ["definitions"] = book.Definitions,
        };
        return schema.ToJsonString(_options);
    }
}
