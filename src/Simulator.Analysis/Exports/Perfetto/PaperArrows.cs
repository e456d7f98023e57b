using System.Globalization;

namespace Simulator.Analysis.Exports.Perfetto;

/// <summary>Papers between the bodies of a trace: where each left, where it arrived, and an arrow from here to there.</summary>
internal static class PaperArrows
{
    private const string Arrivals = """
        FROM entry e JOIN entry c ON c.id = e.cause JOIN directive v ON v.root = e.root
        WHERE e.kind = 2 AND (?2 < 0 OR e.root = ?2) AND c.body <> e.body
          AND e.body IN (SELECT value FROM json_each(?1)) AND c.body IN (SELECT value FROM json_each(?1))
        """;

    /// <summary>Writes them.</summary>
    /// <returns>How many papers.</returns>
    internal static long Write(ExportSource source, TraceEvents events, ExportedNames names, PerfettoBodies bodies)
    {
        var (last, papers) = (-1L, 0L);
        using (var sent = source.Rows(
            $"SELECT c.id, c.body, c.at, c.activity, c.root, e.id, e.body {Arrivals} ORDER BY c.id, e.id", bodies.Json, bodies.Directive))
        {
            while (sent.Read())
            {
                if (sent.Number(0) != last)
                {
                    last = sent.Number(0);
                    events.Paper(names.Activity(sent.Number(3)), sent.Number(1), sent.Number(2));
                    events.Argument("about", names.Root(sent.Number(4))).Argument("at", Local(source, sent.Number(2))).End();
                }

                events.Arrow("s", sent.Number(1), sent.Number(5), sent.Number(2));
            }
        }

        using var arrived = source.Rows(
            $"SELECT e.id, e.body, e.at, e.activity, e.root, c.body, c.at {Arrivals} ORDER BY e.id", bodies.Json, bodies.Directive);
        for (; arrived.Read(); papers++)
        {
            events.Paper(names.Activity(arrived.Number(3)), arrived.Number(1), arrived.Number(2));
            events.Argument("about", names.Root(arrived.Number(4))).Argument("from", names.Bodies[(int)arrived.Number(5)].Name)
                .Argument("at", Local(source, arrived.Number(2))).Argument("minutes on the way", arrived.Number(2) - arrived.Number(6))
                .End();
            events.Arrow("f", arrived.Number(1), arrived.Number(0), arrived.Number(2));
        }

        return papers;
    }

    private static string Local(ExportSource source, long tick) =>
        source.At(tick).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);
}
