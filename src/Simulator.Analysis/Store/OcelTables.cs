using Simulator.Kernel.Journal;

namespace Simulator.Analysis.Store;

/// <summary>
/// The tables of OCEL 2.0 in a store: views over the store's own tables, or tables filled from the same views. Why
/// there are both is in docs/adr/0019.
/// </summary>
internal static class OcelTables
{
    private static readonly string[] Common =
    [
        "event_map_type", "object_map_type", "event", "object", "event_object", "object_object",
        "object_directive", "object_document", "object_assignment", "object_report", "object_body",
    ];

    /// <summary>Makes them.</summary>
    /// <param name="file">The store, with its own tables and views.</param>
    /// <param name="activities">What its entries say, as numbers.</param>
    /// <param name="writesTables">Whether they are to be tables.</param>
    internal static void Write(StoreFile file, IReadOnlyCollection<int> activities, bool writesTables)
    {
        var views = StoreSchema.Section("ocel", "common") + string.Concat(activities.Select(ViewOf));
        if (!writesTables)
        {
            file.Execute(views);
            return;
        }

        file.Execute(views.Replace("CREATE VIEW", "CREATE TEMP VIEW", StringComparison.Ordinal));
        foreach (var name in Common.Concat(activities.Select(NameOf)))
        {
            file.Execute($"{Declaration(file, name)}; INSERT INTO main.{name} SELECT * FROM temp.{name}; DROP VIEW temp.{name};");
        }

        file.Execute("CREATE INDEX event_object_object ON event_object (ocel_object_id);");
    }

    private static string NameOf(int activity) => $"event_{StoreWords.ActivityName(activity).Replace(' ', '_')}";

    private static string ViewOf(int activity)
    {
        var kind = (EntryKind)(activity / 256);
        var section = kind == EntryKind.StepEnded ? "step" : StoreWords.TellsOfPaper(kind) ? "paper" : "other";
        return StoreSchema.Section("ocel", section)
            .Replace("{map}", StoreWords.ActivityName(activity).Replace(' ', '_'), StringComparison.Ordinal)
            .Replace("{activity}", activity.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    /// <summary>A table with the columns of its view, and the keys of the standard.</summary>
    private static string Declaration(StoreFile file, string name) => name switch
    {
        "event_map_type" or "object_map_type" =>
            $"CREATE TABLE {name} (ocel_type TEXT NOT NULL PRIMARY KEY, ocel_type_map TEXT NOT NULL)",
        "event" or "object" =>
            $"CREATE TABLE {name} (ocel_id TEXT NOT NULL PRIMARY KEY, ocel_type TEXT NOT NULL REFERENCES {name}_map_type (ocel_type))",
        "event_object" =>
            "CREATE TABLE event_object (ocel_event_id TEXT NOT NULL REFERENCES event (ocel_id), ocel_object_id TEXT NOT NULL"
            + " REFERENCES object (ocel_id), ocel_qualifier TEXT NOT NULL, PRIMARY KEY (ocel_event_id, ocel_object_id, ocel_qualifier))",
        "object_object" =>
            "CREATE TABLE object_object (ocel_source_id TEXT NOT NULL REFERENCES object (ocel_id), ocel_target_id TEXT NOT NULL"
            + " REFERENCES object (ocel_id), ocel_qualifier TEXT NOT NULL, PRIMARY KEY (ocel_source_id, ocel_target_id, ocel_qualifier))",
        _ when name.StartsWith("object_", StringComparison.Ordinal) =>
            $"CREATE TABLE {name} (ocel_id TEXT NOT NULL REFERENCES object (ocel_id), ocel_time TIMESTAMP NOT NULL,"
            + $" ocel_changed_field TEXT, {Attributes(file, name, 3)})",
        _ =>
            $"CREATE TABLE {name} (ocel_id TEXT NOT NULL PRIMARY KEY REFERENCES event (ocel_id), ocel_time TIMESTAMP NOT NULL,"
            + $" {Attributes(file, name, 2)})",
    };

    /// <summary>The columns of a view behind those that the standard names, with their types.</summary>
    private static string Attributes(StoreFile file, string name, int from) =>
        string.Join(", ", file.Columns($"temp.{name}").Skip(from).Select(column => column switch
        {
            "enabled" or "started" or "sent" => $"{column} TIMESTAMP",
            "in_hours" or "worked" or "route" or "number" or "addressees" or "addressed" or "form" or "urgency"
                or "counted" or "known" or "claimed" => $"{column} INTEGER",
            _ => $"{column} TEXT",
        }));
}
