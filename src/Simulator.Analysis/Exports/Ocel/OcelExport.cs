using Simulator.Kernel.Journal;

namespace Simulator.Analysis.Exports.Ocel;

/// <summary>
/// An object-centric log after OCEL 2.0 in JSON (Berti and others, OCEL 2.0 Specification, 2023, section 7): the events, objects and
/// relations of the tables in the run store. Needs no choice of case.
/// </summary>
public static class OcelExport
{
    private const string Time = "time";
    private const string Text = "string";
    private const string Whole = "integer";

    private static readonly (string Type, (string Name, string Type)[] Attributes)[] s_objects =
    [
        ("directive", [("symbol", Text), ("title", Text), ("urgency", Whole), ("addressed", Whole)]),
        ("document", [("number", Whole), ("addressees", Whole), ("form", Whole)]),
        ("assignment", [("does", Text), ("state", Text)]),
        ("report", [("paper", Text), ("number", Whole), ("counted", Whole), ("known", Whole), ("claimed", Whole)]),
        ("body", [("name", Text), ("kind", Text), ("level", Text), ("line", Text)]),
    ];

    private static readonly (string Name, string Type)[] s_step =
        [("enabled", Time), ("started", Time), ("resource", Text), ("in_hours", Whole), ("worked", Whole), ("route", Whole)];

    /// <summary>Writes it.</summary>
    /// <param name="source">The run.</param>
    /// <param name="target">Where to; it stays open.</param>
    public static ExportSummary Write(ExportSource source, Stream target)
    {
        ArgumentNullException.ThrowIfNull(source);
        var names = new ExportedNames(source);
        var ids = new OcelIds(names);
        using var file = new OcelJson(target, source);
        file.Json.WriteStartObject();
        file.Json.WriteStartArray("objectTypes"u8);
        foreach (var (type, attributes) in s_objects)
        {
            file.Type(type, attributes);
        }

        file.Json.WriteEndArray();
        file.Json.WriteStartArray("eventTypes"u8);
        using (var rows = source.Rows("SELECT kind, paper, key FROM activity ORDER BY id"))
        {
            while (rows.Read())
            {
                file.Type(rows.Text(2), rows.Number(0) == (long)EntryKind.StepEnded ? s_step
                    : rows.IsNull(1) ? [("route", Whole)] : [("sent", Time), ("route", Whole)]);
            }
        }

        file.Json.WriteEndArray();
        file.Json.WriteStartArray("objects"u8);
        var objects = new OcelObjects(source, file, ids).Write();
        file.Json.WriteEndArray();
        var between = file.Relations;
        file.Json.WriteStartArray("events"u8);
        var events = OcelEvents.Write(source, file, names, ids);
        file.Json.WriteEndArray();
        file.Json.WriteEndObject();
        file.Json.Flush();
        return new ExportSummary(
            new ExportCount("events", "event", events), new ExportCount("objects", "object", objects),
            new ExportCount("relations of events", "relation of events", file.Relations - between),
            new ExportCount("relations of objects", "relation of objects", between));
    }
}
