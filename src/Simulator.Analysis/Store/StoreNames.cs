using SQLitePCL;

namespace Simulator.Analysis.Store;

/// <summary>What can be named in a question: tables and views of a store, their columns, functions.</summary>
internal sealed class StoreNames(sqlite3 store)
{
    /// <summary>Tables and views; views first, for they are what people ask.</summary>
    internal IReadOnlyList<string> Tables() =>
        Read("SELECT name FROM sqlite_master WHERE type IN ('view', 'table') ORDER BY type DESC, name");

    /// <summary>Columns, those first of the tables that a question names.</summary>
    internal IReadOnlyList<string> Columns(string sql)
    {
        var named = SqlText.Words(sql).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. Tables().OrderBy(table => named.Contains(table) ? 0 : 1).SelectMany(table => Read(
                $"SELECT name FROM pragma_table_info('{table.Replace("'", "''", StringComparison.Ordinal)}')")).Distinct(),
        ];
    }

    /// <summary>Functions of SQLite.</summary>
    internal IReadOnlyList<string> Functions() => Read("SELECT DISTINCT name FROM pragma_function_list ORDER BY name");

    private List<string> Read(string sql)
    {
        var names = new List<string>();
        if (raw.sqlite3_prepare_v2(store, sql, out var statement) == raw.SQLITE_OK)
        {
            while (raw.sqlite3_step(statement) == raw.SQLITE_ROW)
            {
                names.Add(raw.sqlite3_column_text(statement, 0).utf8_to_string());
            }
        }

        statement.Dispose();
        return names;
    }
}
