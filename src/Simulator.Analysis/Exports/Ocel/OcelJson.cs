using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Simulator.Analysis.Exports.Ocel;

/// <summary>
/// The pieces that an object-centric log in JSON is made of. Values are texts, as the standard's schema wants them; what is
/// <c>null</c> is left out.
/// </summary>
/// <param name="target">Where to; it stays open.</param>
/// <param name="source">The run, for its moments.</param>
internal sealed class OcelJson(Stream target, ExportSource source) : IDisposable
{
    /// <summary>The moment of what never changes (OCEL 2.0 Specification, 2023, section 4).</summary>
    internal const string Always = "1970-01-01T00:00:00Z";

    private const int Most = 1 << 16;

    /// <summary>Markup is escaped, Vietnamese is not.</summary>
    internal static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);

    private readonly Utf8JsonWriter json = new(target, new JsonWriterOptions { Encoder = Encoder, SkipValidation = true });

    internal Utf8JsonWriter Json => json;

    /// <summary>A moment: local time, marked as UTC.</summary>
    internal string Moment(long tick) => source.At(tick).ToString("s", CultureInfo.InvariantCulture) + "Z";

    internal string? Moment(long? tick) => tick is { } known ? Moment(known) : null;

    /// <summary>Begins an event or an object.</summary>
    internal void Begin(string id, string type)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, id);
        json.WriteString("type"u8, type);
    }

    internal OcelJson Attribute(string name, string? value, string? time = null)
    {
        if (value is not null)
        {
            json.WriteStartObject();
            json.WriteString("name"u8, name);
            if (time is not null)
            {
                json.WriteString("time"u8, time);
            }

            json.WriteString("value"u8, value);
            json.WriteEndObject();
        }

        return this;
    }

    internal OcelJson Attribute(string name, long? value, string? time = null) =>
        Attribute(name, value?.ToString(CultureInfo.InvariantCulture), time);

    internal OcelJson Relation(string to, string qualifier)
    {
        json.WriteStartObject();
        json.WriteString("objectId"u8, to);
        json.WriteString("qualifier"u8, qualifier);
        json.WriteEndObject();
        Relations++;
        return this;
    }

    /// <summary>How many relations were written.</summary>
    internal long Relations { get; private set; }

    /// <summary>Ends an event or an object, and gives what has gathered to the stream.</summary>
    internal void End()
    {
        json.WriteEndObject();
        if (json.BytesPending > Most)
        {
            json.Flush();
        }
    }

    /// <summary>Declares a type and its attributes.</summary>
    internal void Type(string name, IEnumerable<(string Name, string Type)> attributes)
    {
        json.WriteStartObject();
        json.WriteString("name"u8, name);
        json.WriteStartArray("attributes"u8);
        foreach (var attribute in attributes)
        {
            json.WriteStartObject();
            json.WriteString("name"u8, attribute.Name);
            json.WriteString("type"u8, attribute.Type);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public void Dispose() => json.Dispose();
}
