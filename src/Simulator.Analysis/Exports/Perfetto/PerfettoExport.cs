using System.Globalization;

namespace Simulator.Analysis.Exports.Perfetto;

/// <summary>
/// A run as a trace for ui.perfetto.dev: a process a body, in it its dossiers with their steps, how many steps lie there, and
/// arrows for papers. What is not about a directive is left out.
/// </summary>
public static class PerfettoExport
{
    /// <summary>Steps that could begin and have not ended; those that never end in this run are not known.</summary>
    private const string Backlog = """
        SELECT body, tick, sum(change) FROM (
          SELECT body, enabled AS tick, 1 AS change FROM entry WHERE kind = 3 AND enabled IS NOT NULL AND (?2 < 0 OR root = ?2)
          UNION ALL SELECT body, at, -1 FROM entry WHERE kind = 3 AND enabled IS NOT NULL AND (?2 < 0 OR root = ?2))
        WHERE body IN (SELECT value FROM json_each(?1))
        GROUP BY body, tick HAVING sum(change) <> 0 ORDER BY body, tick
        """;

    /// <summary>Writes it.</summary>
    /// <param name="source">The run.</param>
    /// <param name="target">Where to; it stays open.</param>
    /// <param name="choice">What of it.</param>
    /// <exception cref="ExportException">There is no such directive or body.</exception>
    public static ExportSummary Write(ExportSource source, Stream target, PerfettoChoice choice)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(choice);
        var names = new ExportedNames(source);
        var bodies = new PerfettoBodies(source, choice);
        using var events = new TraceEvents(target);
        var json = events.Json;
        json.WriteStartObject();
        json.WriteString("displayTimeUnit"u8, "ms"u8);
        json.WriteStartObject("otherData"u8);
        json.WriteString("scenario"u8, source.Fact("scenario"));
        json.WriteString("variant"u8, source.Fact("variant"));
        json.WriteString("seed"u8, source.Fact("seed"));
        json.WriteString("digest"u8, source.Fact("digest"));
        json.WriteString("moment 0, local time"u8, source.At(0).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture));
        json.WriteEndObject();
        json.WriteStartArray("traceEvents"u8);
        WriteBodies(events, names, bodies);
        var dossiers = new DossierRows(source, events, names);
        dossiers.Write(bodies);
        WriteBacklog(source, events, bodies);
        var papers = PaperArrows.Write(source, events, names, bodies);
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return new ExportSummary(
            new ExportCount("events", "event", events.Count), new ExportCount("bodies", "body", bodies.Places.Count),
            new ExportCount("dossiers", "dossier", dossiers.Dossiers), new ExportCount("steps", "step", dossiers.Steps),
            new ExportCount("papers", "paper", papers))
        {
            Remarks = bodies.All <= choice.Top ? [] :
            [
                string.Create(CultureInfo.InvariantCulture,
                    $"It shows the {choice.Top:N0} of {bodies.All:N0} bodies that took longest, and those above them. Choose others with"
                    + $" --under, --directive or --top."),
            ],
        };
    }

    private static void WriteBodies(TraceEvents events, ExportedNames names, PerfettoBodies bodies)
    {
        for (var place = 0; place < bodies.Places.Count; place++)
        {
            var (number, body) = (bodies.Places[place], names.Bodies[(int)bodies.Places[place]]);
            events.About(number, "process_name", "name", body.Name);
            events.About(number, "process_labels", "labels", $"{names.Level(body)}, {body.Key}");
            events.About(number, "process_sort_index", "sort_index", place);
            events.About(number, "thread_name", "name", "papers");
        }
    }

    private static void WriteBacklog(ExportSource source, TraceEvents events, PerfettoBodies bodies)
    {
        var (body, lying) = (-1L, 0L);
        using var rows = source.Rows(Backlog, bodies.Json, bodies.Directive);
        while (rows.Read())
        {
            if (rows.Number(0) != body)
            {
                (body, lying) = (rows.Number(0), 0);
            }

            lying += rows.Number(2);
            events.Counter("steps in hand", body, rows.Number(1), lying);
        }
    }
}
