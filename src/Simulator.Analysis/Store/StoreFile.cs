using System.Text;
using SQLitePCL;

namespace Simulator.Analysis.Store;

/// <summary>
/// A store while it is written, in the plainest way there is: one connection, one transaction, no journal, no waiting
/// for the disk. If the machine fails meanwhile the file is of no use, and it does not have its name yet.
/// </summary>
internal sealed class StoreFile : IDisposable
{
    private readonly sqlite3 connection;

    static StoreFile() => Batteries_V2.Init();

    internal StoreFile(string path)
    {
        Check(raw.sqlite3_open_v2(
            path, out connection, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE | raw.SQLITE_OPEN_NOMUTEX, null));
        Execute(
            "PRAGMA page_size = 4096; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;"
            + " PRAGMA foreign_keys = OFF; PRAGMA cache_size = -8192; PRAGMA temp_store = FILE; PRAGMA threads = 0; BEGIN");
    }

    /// <summary>Does what a text of statements says.</summary>
    internal void Execute(string sql)
    {
        var rest = utf8z.FromString(sql);
        while (true)
        {
            Check(raw.sqlite3_prepare_v2(connection, rest, out var statement, out rest));
            using (statement)
            {
                if (statement.IsInvalid)
                {
                    return; // nothing but space and comments is left
                }

                int result;
                do
                {
                    result = raw.sqlite3_step(statement);
                }
                while (result == raw.SQLITE_ROW);
                Check(result);
            }
        }
    }

    /// <summary>The names of the columns of a table or view.</summary>
    internal IReadOnlyList<string> Columns(string table)
    {
        Check(raw.sqlite3_prepare_v2(connection, $"SELECT * FROM {table}", out var statement));
        using (statement)
        {
            return
            [
                .. Enumerable.Range(0, raw.sqlite3_column_count(statement))
                    .Select(column => raw.sqlite3_column_name(statement, column).utf8_to_string()),
            ];
        }
    }

    /// <summary>A statement that puts rows into a table, given all its columns.</summary>
    internal StoreRows Rows(string table, int columns)
    {
        var sql = new StringBuilder($"INSERT INTO {table} VALUES (?");
        for (var column = 1; column < columns; column++)
        {
            sql.Append(", ?");
        }

        Check(raw.sqlite3_prepare_v3(connection, sql.Append(')').ToString(), raw.SQLITE_PREPARE_PERSISTENT, out var statement));
        return new StoreRows(this, statement);
    }

    /// <summary>Ends the transaction.</summary>
    internal void Commit() => Execute("COMMIT");

    public void Dispose() => connection.Dispose();

    internal void Check(int result)
    {
        if (result is not (raw.SQLITE_OK or raw.SQLITE_DONE or raw.SQLITE_ROW))
        {
            var why = connection is null ? raw.sqlite3_errstr(result).utf8_to_string() : raw.sqlite3_errmsg(connection).utf8_to_string();
            throw new IOException($"The store cannot be written: {why}.");
        }
    }
}
