using Simulator.Analysis.Store;
using Simulator.Kernel.Journal;

namespace Simulator.Analysis.Exports.Ocel;

/// <summary>Events of an object-centric log: every entry of the journal, in its order, with what it is related to.</summary>
internal static class OcelEvents
{
    /// <summary>What belongs to a step, a paper or neither is in columns 5 to 9; relations in the others.</summary>
    private static readonly string s_sql = $"""
        SELECT e.body, e.sequence, e.at, e.activity, e.kind, e.enabled, e.started, e.post, e.server, e.in_hours, e.worked, e.route,
               e.other, e.root, r.type, d.root, d.body, d.ordinal, e.what, s.body, s.sequence, e.id = e.report, o.item, a.paper
        FROM entry e
        JOIN activity a ON a.id = e.activity
        LEFT JOIN root r ON r.id = e.root
        LEFT JOIN document d ON d.id = e.document
        LEFT JOIN entry s ON s.id = e.report
        LEFT JOIN own_assignment o ON o.root = e.root AND o.body = e.body AND o.item = e.item
             AND e.kind IN ({AssignmentEntries.OwnNumbers}) AND e.item < 32
        ORDER BY e.at, e.body, e.sequence
        """;

    internal static long Write(ExportSource source, OcelJson file, ExportedNames names, OcelIds ids)
    {
        var events = 0L;
        using var rows = source.Rows(s_sql);
        for (; rows.Read(); events++)
        {
            file.Begin(ids.Event(rows.Number(0), rows.Number(1)), names.Activity(rows.Number(3)));
            file.Json.WriteString("time"u8, file.Moment(rows.Number(2)));
            file.Json.WriteStartArray("attributes"u8);
            WriteAttributes(rows, file, names);
            file.Json.WriteEndArray();
            file.Json.WriteStartArray("relationships"u8);
            WriteRelations(rows, file, ids);
            file.Json.WriteEndArray();
            file.End();
        }

        return events;
    }

    private static void WriteAttributes(StoredRows rows, OcelJson file, ExportedNames names)
    {
        if (rows.Number(4) == (long)EntryKind.StepEnded)
        {
            file.Attribute("enabled", file.Moment(rows.NumberOrNull(5))).Attribute("started", file.Moment(rows.Number(6)));
            if (names.Server(rows.NumberOrNull(7), rows.Number(8)) is { } server)
            {
                file.Attribute("resource", $"{names.Bodies[(int)rows.Number(0)].Key} {server}");
            }

            file.Attribute("in_hours", rows.NumberOrNull(9)).Attribute("worked", rows.NumberOrNull(10));
        }
        else if (!rows.IsNull(23))
        {
            file.Attribute("sent", file.Moment(rows.Number(6)));
        }

        file.Attribute("route", rows.Number(11));
    }

    private static void WriteRelations(StoredRows rows, OcelJson file, OcelIds ids)
    {
        var (body, kind) = (rows.Number(0), (EntryKind)rows.Number(4));
        file.Relation(ids.Body(body), "by");
        if (!rows.IsNull(12))
        {
            file.Relation(ids.Body(rows.Number(12)), "names");
        }

        if (!rows.IsNull(14) && rows.Text(14) == "directive")
        {
            file.Relation(ids.Directive(rows.Number(13)), "about");
        }

        if (!rows.IsNull(15))
        {
            var isPaper = rows.Number(18) is 2 or 3;
            file.Relation(ids.Document(rows.Number(15), rows.Number(16), rows.Number(17)), kind switch
            {
                EntryKind.Issued => "issues",
                EntryKind.Arrived when isPaper => "receives",
                EntryKind.Lost when isPaper => "loses",
                _ => "handles",
            });
        }

        if (!rows.IsNull(19))
        {
            file.Relation(ids.Report(rows.Number(19), rows.Number(20)), rows.Number(21) != 0 ? "sends" : kind switch
            {
                EntryKind.Arrived => "receives",
                EntryKind.Lost => "loses",
                _ => "registers",
            });
        }

        if (!rows.IsNull(22))
        {
            file.Relation(ids.Assignment(rows.Number(13), rows.Number(22), body), "for");
        }
    }
}
