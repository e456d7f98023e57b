using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Simulator.Analysis.Store;

/// <summary>
/// The seal of a manifest, by which a later change is noticed: its last field, <c>seal</c>, is the SHA-256 of all else that
/// it says. How the file is laid out does not count. Everybody can make a seal: it tells of a change, and keeps off no forger.
/// </summary>
public static class ManifestSeal
{
    /// <summary>Manifests from this format on have a seal.</summary>
    public const int FirstFormat = 2;

    private const string Key = "seal";

    private static readonly JsonSerializerOptions s_canonical = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>
    /// The seal of what a manifest says: of its fields without the seal, in their order, one a line, indented by two blanks,
    /// with a line feed at the end.
    /// </summary>
    /// <param name="json">The manifest, with a seal or without.</param>
    /// <exception cref="JsonException">It is no object of JSON, or says something twice.</exception>
    public static string Of(string json) => Of(Parse(json));

    /// <summary>What is wrong with the seal of a manifest, as a sentence; <c>null</c>: nothing.</summary>
    /// <param name="json">The manifest.</param>
    /// <exception cref="JsonException">It is no object of JSON, or says something twice.</exception>
    public static string? Fault(string json)
    {
        var manifest = Parse(json);
        if (manifest[Key] is null)
        {
            return manifest["format"] is JsonValue format && format.TryGetValue<int>(out var number) && number < FirstFormat
                ? null // from a time when there were none
                : "It has lost its seal.";
        }

        var (told, found) = (manifest[Key]!.ToString(), Of(manifest));
        return told == found ? null : $"Its seal is {told}, and what it says has {found}.";
    }

    private static string Of(JsonObject manifest)
    {
        manifest.Remove(Key);
        var text = manifest.ToJsonString(s_canonical) + "\n";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    private static JsonObject Parse(string json) =>
        JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false }) as JsonObject
        ?? throw new JsonException("A manifest is an object.");
}
