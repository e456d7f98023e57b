namespace Simulator.Analysis.Store;

/// <summary>The text of a question: where its statement ends, and which words it has.</summary>
internal static class SqlText
{
    /// <summary>The place of the first character that is no space, comment or semicolon, from a place on; -1: there is none.</summary>
    internal static int NextOf(string sql, int from)
    {
        for (var at = from; at < sql.Length;)
        {
            if (char.IsWhiteSpace(sql[at]) || sql[at] is ';' or '\ufeff')
            {
                at++;
            }
            else if (string.CompareOrdinal(sql, at, "--", 0, 2) == 0)
            {
                at = sql.IndexOf('\n', at) is >= 0 and var end ? end : sql.Length;
            }
            else if (string.CompareOrdinal(sql, at, "/*", 0, 2) == 0)
            {
                at = sql.IndexOf("*/", at + 2, StringComparison.Ordinal) is >= 0 and var end ? end + 2 : sql.Length;
            }
            else
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>All runs of letters, digits and underscores, as they stand.</summary>
    internal static IEnumerable<string> Words(string sql)
    {
        for (var at = 0; at < sql.Length; at++)
        {
            var end = at;
            while (end < sql.Length && (char.IsLetterOrDigit(sql[end]) || sql[end] == '_'))
            {
                end++;
            }

            if (end > at)
            {
                yield return sql[at..end];
                at = end;
            }
        }
    }
}
