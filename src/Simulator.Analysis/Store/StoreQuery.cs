using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Simulator.Analysis.Store;

/// <summary>
/// A question to a store: one statement that reads, with named parameters, answered row by row under a guard. What is wrong
/// with it is said by <see cref="QueryException"/>.
/// </summary>
public sealed class StoreQuery : IDisposable
{
    private readonly sqlite3 store;
    private readonly string sql;
    private readonly QueryGuard guard;
    private readonly sqlite3_stmt statement;

    /// <summary>Prepares a question.</summary>
    /// <param name="connection">The store, from <see cref="RunStore.OpenReadOnly"/>; for this question alone.</param>
    /// <param name="sql">One statement.</param>
    /// <param name="parameters">Values by name, without the colon.</param>
    /// <param name="needsAll">Whether parameters that have no value are an error; else they are NULL.</param>
    /// <param name="limits">How far it may go.</param>
    /// <exception cref="QueryException">It is empty, wrong, refused or more than one statement.</exception>
    public StoreQuery(
        SqliteConnection connection, string sql, IReadOnlyDictionary<string, string> parameters, bool needsAll, QueryLimits limits)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(sql);
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(limits);
        this.sql = sql;
        store = connection.Handle!;
        if (SqlText.NextOf(sql, 0) < 0)
        {
            throw new QueryException("There is no statement in it. Ask something such as SELECT * FROM directives.");
        }

        if (sql.Contains('\0', StringComparison.Ordinal))
        {
            throw new QueryException("It has a character NUL.") { Offset = sql.IndexOf('\0', StringComparison.Ordinal) };
        }

        guard = new QueryGuard(store, limits);
        var result = raw.sqlite3_prepare_v2(store, utf8z.FromString(sql), out statement, out var rest);
        try
        {
            Check(result);
            RefuseMore(rest.utf8_to_string() ?? "");
            RefuseUnlessRead();
            Bind(parameters, needsAll);
        }
        catch
        {
            statement.Dispose();
            throw;
        }

        Columns = [.. Enumerable.Range(0, raw.sqlite3_column_count(statement))
            .Select(column => raw.sqlite3_column_name(statement, column).utf8_to_string())];
    }

    /// <summary>Names of the columns of the answer.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>Goes on to the next row.</summary>
    /// <returns>Whether there is one.</returns>
    /// <exception cref="QueryException">It failed, or was stopped at a limit.</exception>
    /// <exception cref="OperationCanceledException">It was ended from outside.</exception>
    public bool Read()
    {
        var result = raw.sqlite3_step(statement);
        Check(result);
        return result == raw.SQLITE_ROW;
    }

    /// <summary>A value of the row: a <c>long</c>, a <c>double</c>, a text or <c>null</c>; bytes as text, <c>x'00ff'</c>.</summary>
    /// <param name="column">Which column, from 0.</param>
    public object? Value(int column) => raw.sqlite3_column_type(statement, column) switch
    {
        raw.SQLITE_INTEGER => raw.sqlite3_column_int64(statement, column),
        raw.SQLITE_FLOAT => raw.sqlite3_column_double(statement, column),
        raw.SQLITE_TEXT => raw.sqlite3_column_text(statement, column).utf8_to_string(),
        raw.SQLITE_BLOB => $"x'{Convert.ToHexStringLower(raw.sqlite3_column_blob(statement, column))}'",
        _ => null,
    };

    /// <inheritdoc/>
    public void Dispose() => statement.Dispose();

    private void RefuseMore(string rest)
    {
        if (SqlText.NextOf(rest, 0) is >= 0 and var next)
        {
            throw new QueryException("There is more than one statement; ask one at a time.")
            {
                Offset = sql.Length - rest.Length + next,
            };
        }
    }

    private void RefuseUnlessRead()
    {
        if (raw.sqlite3_stmt_readonly(statement) == 0 || raw.sqlite3_column_count(statement) == 0)
        {
            throw new QueryException("The store is only read: ask with SELECT, WITH or VALUES.")
            {
                Offset = SqlText.NextOf(sql, 0),
            };
        }
    }

    private void Bind(IReadOnlyDictionary<string, string> parameters, bool needsAll)
    {
        var names = new List<string>();
        for (var place = 1; place <= raw.sqlite3_bind_parameter_count(statement); place++)
        {
            var name = raw.sqlite3_bind_parameter_name(statement, place).utf8_to_string();
            if (name is null || name[0] == '?')
            {
                throw new QueryException("Parameters need names, such as :level; then give them with --param level=commune.")
                {
                    Offset = sql.IndexOf('?', StringComparison.Ordinal),
                };
            }

            names.Add(name[1..]);
            if (parameters.TryGetValue(name[1..], out var value))
            {
                Bind(place, value);
            }
            else if (needsAll)
            {
                throw new QueryException($"The parameter {name} has no value: give it with --param {name[1..]}=VALUE.")
                {
                    Offset = sql.IndexOf(name, StringComparison.Ordinal),
                };
            }
        }

        if (parameters.Keys.FirstOrDefault(given => !names.Contains(given)) is { } unknown)
        {
            throw new QueryException(names.Count == 0
                ? $"There is no parameter '{unknown}': the question has none."
                : $"There is no parameter '{unknown}'; there are: {string.Join(", ", names)}.")
            { Unknown = unknown, Known = names };
        }
    }

    /// <summary>A text that is how a number is written is that number.</summary>
    private void Bind(int place, string value)
    {
        var invariant = CultureInfo.InvariantCulture;
        _ = long.TryParse(value, NumberStyles.AllowLeadingSign, invariant, out var whole) && whole.ToString(invariant) == value
            ? raw.sqlite3_bind_int64(statement, place, whole)
            : double.TryParse(value, NumberStyles.Float, invariant, out var real) && real.ToString("R", invariant) == value
                && double.IsFinite(real)
                ? raw.sqlite3_bind_double(statement, place, real)
                : raw.sqlite3_bind_text(statement, place, value);
    }

    private void Check(int result)
    {
        switch (result)
        {
            case raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE:
                return;
            case raw.SQLITE_INTERRUPT:
                throw guard.Stopped();
            case raw.SQLITE_NOMEM:
                throw guard.OutOfMemory();
            case raw.SQLITE_AUTH when guard.Refused is { } refused:
                throw new QueryException(refused) { Offset = SqlText.NextOf(sql, 0) };
            default:
                throw Explained(raw.sqlite3_errmsg(store).utf8_to_string());
        }
    }

    private QueryException Explained(string message)
    {
        if (guard.Refused is { } refused)
        {
            return new QueryException(refused) { Offset = SqlText.NextOf(sql, 0) };
        }

        var offset = CharactersIn(sqlite3_error_offset(store));
        var (what, name) = message.Split(": ", 2) is [var before, var after] ? (before, after) : (message, null);
        var names = new StoreNames(store);
        return what switch
        {
            "no such table" => About("There is no table or view", names.Tables()),
            "no such column" => About("There is no column", names.Columns(sql)),
            "no such function" => About("There is no function", names.Functions()),
            "ambiguous column name" => About("More than one table has a column", []),
            "incomplete input" => new QueryException("It is not finished.") { Offset = sql.TrimEnd().Length },
            "string or blob too big" => new QueryException("A text in it grew too long: ask for less at once."),
            _ => new QueryException(char.ToUpperInvariant(message[0]) + message[1..] + ".") { Offset = offset },
        };

        QueryException About(string sentence, IReadOnlyList<string> known) => new($"{sentence} '{name}'.")
        {
            Offset = offset >= 0 ? offset : sql.IndexOf(name!, StringComparison.OrdinalIgnoreCase),
            Unknown = name!.Split('.')[^1],
            Known = known,
        };
    }

    /// <summary>From a place in bytes to one in characters.</summary>
    private int CharactersIn(int bytes) => bytes < 0 ? -1 : Encoding.UTF8.GetCharCount(Encoding.UTF8.GetBytes(sql), 0, bytes);

    /// <summary>The binding does not have it: bytes before the word that the newest error is about; -1: it is about none.</summary>
    [DllImport("e_sqlite3")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int sqlite3_error_offset(sqlite3 db);
}
