namespace Simulator.Analysis.Exports.Ocel;

/// <summary>Objects of an object-centric log, with their attributes, and what they are related to among themselves.</summary>
internal sealed class OcelObjects(ExportSource source, OcelJson file, OcelIds ids)
{
    private const string Always = OcelJson.Always;

    private long written;

    /// <summary>Writes all.</summary>
    /// <returns>How many.</returns>
    internal long Write()
    {
        WriteBodies();
        WriteDirectives();
        WriteDocuments();
        WriteAssignments();
        WriteReports();
        return written;
    }

    private void WriteBodies()
    {
        using var rows = source.Rows("""
            SELECT b.id, b.name, k.key, l.key, k.line, b.superior
            FROM body b LEFT JOIN kind k ON k.id = b.kind LEFT JOIN level l ON l.id = b.level
            WHERE b.id > 0 OR b.last_entry >= b.first_entry ORDER BY b.id
            """);
        while (rows.Read())
        {
            Begin(ids.Body(rows.Number(0)), "body");
            file.Attribute("name", rows.Text(1), Always).Attribute("kind", rows.TextOrNull(2), Always)
                .Attribute("level", rows.TextOrNull(3), Always).Attribute("line", rows.TextOrNull(4), Always);
            Relations();
            if (!rows.IsNull(5))
            {
                file.Relation(ids.Body(rows.Number(5)), "under");
            }

            End();
        }
    }

    private void WriteDirectives()
    {
        using var rows = source.Rows("SELECT root, symbol, title, urgency, addressed, issuer FROM directive ORDER BY root");
        while (rows.Read())
        {
            Begin(ids.Directive(rows.Number(0)), "directive");
            file.Attribute("symbol", rows.TextOrNull(1), Always).Attribute("title", rows.Text(2), Always)
                .Attribute("urgency", rows.Number(3), Always).Attribute("addressed", rows.Number(4), Always);
            Relations();
            file.Relation(ids.Body(rows.Number(5)), "issued by");
            End();
        }
    }

    private void WriteDocuments()
    {
        using var rows = source.Rows("""
            SELECT d.id, d.root, d.body, d.ordinal, d.number, d.addressees, d.form, p.root, p.body, p.ordinal
            FROM document d LEFT JOIN document p ON p.id = d.implements ORDER BY d.id
            """);
        using var deliveries = source.Rows("""
            SELECT DISTINCT document, body FROM entry WHERE kind = 2 AND what IN (2, 3) AND document IS NOT NULL ORDER BY 1, 2
            """);
        var isDelivery = deliveries.Read();
        while (rows.Read())
        {
            Begin(ids.Document(rows.Number(1), rows.Number(2), rows.Number(3)), "document");
            file.Attribute("number", rows.Number(4), Always).Attribute("addressees", rows.Number(5), Always)
                .Attribute("form", rows.Number(6), Always);
            Relations();
            file.Relation(ids.Directive(rows.Number(1)), "of").Relation(ids.Body(rows.Number(2)), "issued by");
            if (!rows.IsNull(7))
            {
                file.Relation(ids.Document(rows.Number(7), rows.Number(8), rows.Number(9)), "implements");
            }

            for (; isDelivery && deliveries.Number(0) == rows.Number(0); isDelivery = deliveries.Read())
            {
                file.Relation(ids.Body(deliveries.Number(1)), "sent to");
            }

            End();
        }
    }

    private void WriteAssignments()
    {
        using var rows = source.Rows("""
            SELECT o.root, o.item, o.body, m.does, o.state, o.due, o.ended
            FROM own_assignment o JOIN assignment m ON m.root = o.root AND m.item = o.item ORDER BY o.root, o.body, o.item
            """);
        while (rows.Read())
        {
            Begin(ids.Assignment(rows.Number(0), rows.Number(1), rows.Number(2)), "assignment");
            var state = rows.Text(4);
            file.Attribute("does", rows.Text(3), Always).Attribute("state", "in-term", Always);
            if (state is "overdue" or "done-late" && !rows.IsNull(5))
            {
                file.Attribute("state", "overdue", file.Moment(rows.Number(5) + 1));
            }

            if (!rows.IsNull(6))
            {
                file.Attribute("state", state, file.Moment(rows.Number(6)));
            }

            Relations();
            file.Relation(ids.Directive(rows.Number(0)), "part of").Relation(ids.Body(rows.Number(2)), "carried out by");
            End();
        }
    }

    private void WriteReports()
    {
        using var rows = source.Rows("""
            SELECT e.body, e.sequence, c.key, p.number, p.counted, p.known, p.claimed, p.root, p.body, p.receiver
            FROM report p JOIN entry e ON e.id = p.id JOIN paper c ON c.id = p.paper ORDER BY p.id
            """);
        while (rows.Read())
        {
            Begin(ids.Report(rows.Number(0), rows.Number(1)), "report");
            file.Attribute("paper", rows.Text(2), Always).Attribute("number", rows.Number(3), Always)
                .Attribute("counted", rows.NumberOrNull(4), Always).Attribute("known", rows.NumberOrNull(5), Always)
                .Attribute("claimed", rows.NumberOrNull(6), Always);
            Relations();
            file.Relation(ids.Directive(rows.Number(7)), "on").Relation(ids.Body(rows.Number(8)), "tells of");
            if (!rows.IsNull(9))
            {
                file.Relation(ids.Body(rows.Number(9)), "sent to");
            }

            End();
        }
    }

    private void Begin(string id, string type)
    {
        written++;
        file.Begin(id, type);
        file.Json.WriteStartArray("attributes"u8);
    }

    private void Relations()
    {
        file.Json.WriteEndArray();
        file.Json.WriteStartArray("relationships"u8);
    }

    private void End()
    {
        file.Json.WriteEndArray();
        file.End();
    }
}
