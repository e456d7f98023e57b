using SQLitePCL;
using Simulator.Analysis.Store;

namespace Simulator.Analysis.Exports;

/// <summary>
/// An answer of a store, one row at a time, without what the usual commands cost for each value: of five million rows
/// that is most of the work.
/// </summary>
public sealed class StoredRows : IDisposable
{
    private const int RowsBetweenLooks = 4096;

    private readonly sqlite3 store;
    private readonly sqlite3_stmt statement;
    private readonly CancellationToken cancellation;
    private int rows;

    internal StoredRows(sqlite3 store, string sql, ReadOnlySpan<object> values, CancellationToken cancellation)
    {
        this.store = store;
        this.cancellation = cancellation;
        Check(raw.sqlite3_prepare_v2(store, sql, out statement));
        try
        {
            Bind(values);
        }
        catch
        {
            statement.Dispose();
            throw;
        }
    }

    /// <summary>How many columns a row has.</summary>
    public int Columns => raw.sqlite3_column_count(statement);

    /// <summary>Goes on to the next row.</summary>
    /// <returns>Whether there is one.</returns>
    /// <exception cref="StoreException">The file cannot be read.</exception>
    /// <exception cref="OperationCanceledException">It was given up.</exception>
    public bool Read()
    {
        if (++rows % RowsBetweenLooks == 1)
        {
            cancellation.ThrowIfCancellationRequested();
        }

        var result = raw.sqlite3_step(statement);
        Check(result);
        return result == raw.SQLITE_ROW;
    }

    /// <summary>Whether a value is NULL.</summary>
    /// <param name="column">Which column, from 0.</param>
    public bool IsNull(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL;

    /// <summary>A number; 0 of NULL.</summary>
    /// <param name="column">Which column, from 0.</param>
    public long Number(int column) => raw.sqlite3_column_int64(statement, column);

    /// <summary>A number, or NULL.</summary>
    /// <param name="column">Which column, from 0.</param>
    public long? NumberOrNull(int column) => IsNull(column) ? null : Number(column);

    /// <summary>A number with a fraction; 0 of NULL.</summary>
    /// <param name="column">Which column, from 0.</param>
    public double Real(int column) => raw.sqlite3_column_double(statement, column);

    /// <summary>A text; empty of NULL.</summary>
    /// <param name="column">Which column, from 0.</param>
    public string Text(int column) => raw.sqlite3_column_text(statement, column).utf8_to_string() ?? "";

    /// <summary>A text, or NULL.</summary>
    /// <param name="column">Which column, from 0.</param>
    public string? TextOrNull(int column) => raw.sqlite3_column_text(statement, column).utf8_to_string();

    /// <inheritdoc/>
    public void Dispose() => statement.Dispose();

    private void Bind(ReadOnlySpan<object> values)
    {
        for (var place = 0; place < values.Length; place++)
        {
            Check(values[place] switch
            {
                string text => raw.sqlite3_bind_text(statement, place + 1, text),
                int number => raw.sqlite3_bind_int64(statement, place + 1, number),
                long number => raw.sqlite3_bind_int64(statement, place + 1, number),
                _ => throw new ArgumentException($"A value is a number or a text, not {values[place]}.", nameof(values)),
            });
        }
    }

    private void Check(int result)
    {
        if (result == raw.SQLITE_INTERRUPT)
        {
            cancellation.ThrowIfCancellationRequested();
        }

        if (result is not (raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE))
        {
            throw new StoreException($"The store cannot be read: {raw.sqlite3_errmsg(store).utf8_to_string()}.");
        }
    }
}
