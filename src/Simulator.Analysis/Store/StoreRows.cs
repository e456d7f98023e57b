using System.Numerics;
using SQLitePCL;

namespace Simulator.Analysis.Store;

/// <summary>Rows on their way into one table. A value that is not set is NULL.</summary>
internal sealed class StoreRows(StoreFile file, sqlite3_stmt statement) : IDisposable
{
    private readonly nint handle = statement.DangerousGetHandle();
    private ulong set; // columns that have a value
    private ulong before; // those of the row before, whose values are still in the statement

    internal StoreRows Set(int column, long value)
    {
        NativeRows.Set(handle, column + 1, value);
        set |= 1UL << column;
        return this;
    }

    internal StoreRows Set(int column, string? value)
    {
        if (value is not null)
        {
            file.Check(raw.sqlite3_bind_text(statement, column + 1, value));
            set |= 1UL << column;
        }

        return this;
    }

    /// <summary>A moment, or NULL where it is negative: never, or not yet.</summary>
    internal StoreRows SetMoment(int column, int tick) => tick < 0 ? this : Set(column, tick);

    internal void Write()
    {
        for (var stale = before & ~set; stale != 0; stale &= stale - 1)
        {
            NativeRows.SetNull(handle, BitOperations.TrailingZeroCount(stale) + 1);
        }

        (before, set) = (set, 0);
        file.Check(NativeRows.Write(handle));
    }

    public void Dispose() => statement.Dispose();
}
