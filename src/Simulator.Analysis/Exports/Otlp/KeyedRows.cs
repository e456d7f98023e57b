namespace Simulator.Analysis.Exports.Otlp;

/// <summary>
/// Rows in the order of their first column, read beside others in the same order: so that what belongs together is found
/// without asking the store for each.
/// </summary>
/// <param name="rows">The rows; they are closed with this.</param>
internal sealed class KeyedRows(StoredRows rows) : IDisposable
{
    private bool hasBegun;
    private bool hasRow;
    private bool isGiven;

    /// <summary>The row that stands.</summary>
    internal StoredRows Row => rows;

    /// <summary>Goes on to the next row of a key, past those of smaller ones.</summary>
    /// <returns>Whether there is one; if not, the row that stands is not to be looked at.</returns>
    internal bool Next(long key)
    {
        if (!hasBegun || isGiven)
        {
            Advance();
        }

        while (hasRow && rows.Number(0) < key)
        {
            Advance();
        }

        isGiven = hasRow && rows.Number(0) == key;
        return isGiven;
    }

    /// <summary>Goes on to the next key.</summary>
    /// <returns>Whether there is one.</returns>
    internal bool NextKey(out long key)
    {
        if (!hasBegun || isGiven)
        {
            Advance();
        }

        isGiven = false;
        key = hasRow ? rows.Number(0) : 0;
        return hasRow;
    }

    public void Dispose() => rows.Dispose();

    private void Advance()
    {
        (hasBegun, isGiven) = (true, false);
        hasRow = rows.Read();
    }
}
