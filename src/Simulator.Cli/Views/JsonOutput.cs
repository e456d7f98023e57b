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

    private static readonly JsonSerializerOptions _line = new(Options) { WriteIndented = false };

    /// <summary>One object on a line of its own, for whoever reads them as they come.</summary>
    internal static void WriteLine(object value) => Console.Out.WriteLine(JsonSerializer.Serialize(value, _line));

    internal static void Write(object value) => Console.Out.WriteLine(JsonSerializer.Serialize(value, Options));
}
