namespace Simulator.Analysis.Exports;

/// <summary>The statement that gives the events of a run case by case. All columns are numbers, so that they sort fast.</summary>
internal static class CaseSql
{
    /// <summary>Entries for an assignment of the body's own, as the relation <c>for</c> of the object-centric log has them.</summary>
    private const string ForAnAssignment =
        "e.kind IN (3, 5, 6, 7, 11, 27, 32, 33, 43, 63, 64, 65, 71, 72) AND e.item < 32";

    private const string Columns =
        "e.body, e.sequence, e.activity, e.kind, e.root, CASE WHEN e.kind = 3 OR (" + ForAnAssignment + ") THEN e.item ELSE 255 END,"
        + " e.enabled, e.started, e.at, e.post, e.server, e.in_hours, e.worked, d.root, d.body, d.ordinal";

    /// <summary>It.</summary>
    /// <param name="notion">What a case is.</param>
    /// <param name="events">Which entries.</param>
    /// <param name="beginsToo">Whether a step comes twice, where it begins and where it ends.</param>
    internal static string Of(CaseNotion notion, CaseEvents events, bool beginsToo)
    {
        var (first, second, third, from) = notion switch
        {
            CaseNotion.Directive => ("e.root", "0", "0", "JOIN directive v ON v.root = e.root"),
            CaseNotion.Document => ("e.document", "0", "0", ""),
            CaseNotion.Assignment => ("e.root", "e.item", "e.body",
                "JOIN own_assignment o ON o.root = e.root AND o.body = e.body AND o.item = e.item"),
            _ => ("e.root", "e.body", "0", "JOIN directive v ON v.root = e.root"),
        };
        var where = (events, notion) switch
        {
            (CaseEvents.Steps, _) => "e.kind = 3",
            (_, CaseNotion.Assignment) => ForAnAssignment,
            _ => "TRUE",
        };
        if (notion == CaseNotion.Document)
        {
            where += " AND e.document IS NOT NULL";
        }

        string Part(string starts, string at, string filter) =>
            $"SELECT {first} AS first, {second} AS second, {third} AS third, {starts} AS starts, {at} AS at, {Columns}"
            + $" FROM entry e {from} LEFT JOIN document d ON d.id = e.document WHERE {filter}";
        var ends = Part("0", "e.at", where);
        return (beginsToo ? $"{ends} UNION ALL {Part("1", "e.started", $"{where} AND e.kind = 3")}" : ends)
            + " ORDER BY 1, 2, 3, 5, 6, 7, 4 DESC";
    }
}
