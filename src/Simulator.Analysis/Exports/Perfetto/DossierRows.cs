using System.Globalization;
using Simulator.Kernel.Journal;

namespace Simulator.Analysis.Exports.Perfetto;

/// <summary>
/// The dossiers of bodies: for each directive a stretch from the first that the body knew of it to the last, in it the steps, and
/// what took no time as marks. Steps that overlap, of several people or for several assignments, are put on further rows, so that
/// on each row all begins and ends nest.
/// </summary>
internal sealed class DossierRows(ExportSource source, TraceEvents events, ExportedNames names)
{
    private const string Sql = """
        SELECT e.body, e.root, CASE e.kind WHEN 3 THEN e.started ELSE e.at END AS begun, e.at, e.kind, e.activity, e.sequence,
               e.post, e.server, e.enabled, e.item, e.in_hours, e.worked
        FROM entry e JOIN directive v ON v.root = e.root
        WHERE (?2 < 0 OR e.root = ?2) AND e.body IN (SELECT value FROM json_each(?1))
        ORDER BY e.body, e.root, begun, e.at, e.sequence
        """;

    /// <summary>The rows of the dossier that is being written: when each is free again.</summary>
    private readonly List<long> rows = [];

    private long used;
    private (long Body, long Root) current = (-1, -1);

    /// <summary>How many steps were written.</summary>
    internal long Steps { get; private set; }

    /// <summary>How many dossiers were written.</summary>
    internal long Dossiers { get; private set; }

    internal void Write(PerfettoBodies bodies)
    {
        using var entries = source.Rows(Sql, bodies.Json, bodies.Directive);
        while (entries.Read())
        {
            var dossier = (entries.Number(0), entries.Number(1));
            if (dossier != current)
            {
                Close();
                current = dossier;
                Dossiers++;
            }

            if (entries.Number(4) == (long)EntryKind.StepEnded)
            {
                Step(entries);
            }
            else
            {
                Mark(entries);
            }
        }

        Close();
    }

    private void Step(StoredRows entry)
    {
        Steps++;
        var (begun, ended, name) = (entry.Number(2), entry.Number(3), names.Activity(entry.Number(5)));
        var row = RowFrom(begun);
        rows[row] = ended;
        events.Nestable("b", name, current.Body, used + row, begun);
        events.Argument("event", Id(entry)).Argument("from", Local(begun)).Argument("until", Local(ended));
        if (names.Server(entry.NumberOrNull(7), entry.Number(8)) is { } server)
        {
            events.Argument("who", server);
        }

        if (!entry.IsNull(9))
        {
            events.Argument("waited minutes", begun - entry.Number(9));
        }

        events.Argument("assignment", names.Assignment(current.Root, entry.Number(10)))
            .Argument("minutes in hours", entry.NumberOrNull(11)).Argument("minutes of work", entry.NumberOrNull(12)).End();
        events.Nestable("e", name, current.Body, used + row, ended);
        events.End();
    }

    private void Mark(StoredRows entry)
    {
        var at = entry.Number(3);
        if (rows.Count == 0)
        {
            RowFrom(at);
        }

        rows[0] = Math.Max(rows[0], at);
        events.Nestable("n", names.Activity(entry.Number(5)), current.Body, used, at);
        events.Argument("event", Id(entry)).Argument("at", Local(at)).End();
    }

    /// <summary>A row that is free from a moment on; a new one begins with a stretch that all others on it nest in.</summary>
    private int RowFrom(long tick)
    {
        var free = rows.FindIndex(until => until <= tick);
        if (free >= 0)
        {
            return free;
        }

        rows.Add(tick);
        events.Nestable("b", names.Root(current.Root), current.Body, used + rows.Count - 1, tick);
        events.Argument("title", names.Directive(current.Root)?.Title).Argument("from", Local(tick)).End();
        return rows.Count - 1;
    }

    private void Close()
    {
        for (var row = 0; row < rows.Count; row++)
        {
            events.Nestable("e", names.Root(current.Root), current.Body, used + row, rows[row]);
            events.End();
        }

        used += rows.Count;
        rows.Clear();
    }

    private string Id(StoredRows entry) => $"{names.Bodies[(int)current.Body].Key}#{entry.Number(6)}";

    private string Local(long tick) => source.At(tick).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);
}
