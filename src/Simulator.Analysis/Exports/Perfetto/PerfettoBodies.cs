using System.Globalization;

namespace Simulator.Analysis.Exports.Perfetto;

/// <summary>Which bodies and directives a trace shows.</summary>
internal sealed class PerfettoBodies
{
    /// <summary>
    /// Those that have to do with a directive; first who has not complied, then who did last, from its issue on. The director and
    /// issuers, who have nothing to comply with, come last and are brought in from below.
    /// </summary>
    private const string Slowest = """
        WITH RECURSIVE under (id) AS (
          SELECT id FROM body WHERE id = ?1 OR ?1 < 0
          UNION
          SELECT b.id FROM under u JOIN body b ON b.superior = u.id WHERE ?1 >= 0
        )
        SELECT d.body, max(CASE WHEN d.addressed = 0 THEN -1 ELSE coalesce(d.complied, 1 << 40) - v.issued END) AS minutes
        FROM dossier d JOIN directive v ON v.root = d.root
        WHERE (?2 < 0 OR d.root = ?2) AND d.body IN (SELECT id FROM under)
        GROUP BY d.body HAVING count(d.arrived) + count(d.issued) > 0
        ORDER BY minutes DESC, d.body
        """;

    private readonly HashSet<long> chosen = [];

    internal PerfettoBodies(ExportSource source, PerfettoChoice choice)
    {
        Directive = choice.Directive is { } directive ? ExportChoice.Directive(source, directive) : -1;
        var under = choice.Under is { } body ? ExportChoice.Body(source, body) : -1;
        var superiors = Superiors(source);
        using var rows = source.Rows(Slowest, under, Directive);
        while (rows.Read())
        {
            All++;
            if (All > choice.Top)
            {
                continue;
            }

            for (var each = rows.Number(0); each > 0 && chosen.Add(each) && superiors[(int)each] > 0;)
            {
                each = superiors[(int)each];
            }
        }

        Places = Ordered(source);
    }

    /// <summary>The directive that is shown; -1: all.</summary>
    internal long Directive { get; }

    /// <summary>How many bodies there were to choose from.</summary>
    internal long All { get; private set; }

    /// <summary>Those that are shown, superiors before subordinates.</summary>
    internal IReadOnlyList<long> Places { get; }

    internal bool Has(long body) => chosen.Contains(body);

    /// <summary>The same as an array in JSON, for <c>json_each</c>.</summary>
    internal string Json => $"[{string.Join(',', chosen.Order().Select(each => each.ToString(CultureInfo.InvariantCulture)))}]";

    private List<long> Ordered(ExportSource source)
    {
        var places = new List<long>(chosen.Count);
        using var rows = source.Rows("SELECT id FROM body ORDER BY place");
        while (rows.Read())
        {
            if (chosen.Contains(rows.Number(0)))
            {
                places.Add(rows.Number(0));
            }
        }

        return places;
    }

    private static List<long> Superiors(ExportSource source)
    {
        var superiors = new List<long>();
        using var rows = source.Rows("SELECT coalesce(superior, -1) FROM body ORDER BY id");
        while (rows.Read())
        {
            superiors.Add(rows.Number(0));
        }

        return superiors;
    }
}
