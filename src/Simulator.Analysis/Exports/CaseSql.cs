using Simulator.Analysis.Store;

namespace Simulator.Analysis.Exports;

/// <summary>The statement that gives the events of a run case by case. All columns are numbers, so that they sort fast.</summary>
internal static class CaseSql
{
    /// <summary>
    /// An assignment's case: what a body did for it (the relation <c>for</c> of the object-centric log), and before that the coming
    /// of the papers that it stands in, and their registering and assigning, which all assignments of the paper have in common.
    /// </summary>
    private static readonly string s_forIt =
        $"(e.kind IN ({AssignmentEntries.OwnNumbers}) AND e.item = o.item"
        + " OR e.kind = 3 AND e.step IN (1, 2) OR e.kind = 2 AND e.what IN (2, 3))";

    private const string ItemOfStep = "CASE e.kind WHEN 3 THEN e.item ELSE 255 END";

    private const string Columns =
        "e.enabled, e.started, e.at, e.post, e.server, e.in_hours, e.worked, d.root, d.body, d.ordinal";

    /// <summary>It.</summary>
    /// <param name="notion">What a case is.</param>
    /// <param name="events">Which entries.</param>
    /// <param name="beginsToo">Whether a step comes twice, where it begins and where it ends.</param>
    internal static string Of(CaseNotion notion, CaseEvents events, bool beginsToo)
    {
        var (first, second, third, item, from, filter) = notion switch
        {
            CaseNotion.Directive => ("e.root", "0", "0", ItemOfStep, "JOIN directive v ON v.root = e.root", "TRUE"),
            CaseNotion.Document => ("e.document", "0", "0", ItemOfStep, "", "e.document IS NOT NULL"),
            CaseNotion.Assignment => (
                "e.root", "o.item", "e.body", "o.item", "JOIN own_assignment o ON o.root = e.root AND o.body = e.body", s_forIt),
            _ => ("e.root", "e.body", "0", ItemOfStep, "JOIN directive v ON v.root = e.root", "TRUE"),
        };
        string Part(string starts, string at, bool all) =>
            $"SELECT {first} AS first, {second} AS second, {third} AS third, {starts} AS starts, {at} AS at,"
            + $" e.body, e.sequence, e.activity, e.kind, e.root, {item}, {Columns}"
            + $" FROM entry e {from} LEFT JOIN document d ON d.id = e.document WHERE {filter}{(all ? "" : " AND e.kind = 3")}";
        var ends = Part("0", "e.at", events == CaseEvents.All);
        return (beginsToo ? $"{ends} UNION ALL {Part("1", "e.started", false)}" : ends) + " ORDER BY 1, 2, 3, 5, 6, 7, 4 DESC";
    }
}
