using System.Text.Encodings.Web;
using System.Text.Json;

namespace Simulator.Cli.Views;

/// <summary>JSON on standard output, with Vietnamese as it is written.</summary>
internal static class JsonOutput
{
    internal static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DictionaryKeyPolicy = null,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    internal static void Write(object value) => Console.Out.WriteLine(JsonSerializer.Serialize(value, Options));
}
