using System.Runtime.InteropServices;

namespace Simulator.Analysis.Store;

/// <summary>
/// The three calls of SQLite that are made for each value and each row, without what an ordinary call from managed code
/// costs: that was more than SQLite's own work. Setting a value does not wait for anything, so it need not tell the
/// garbage collector that it has left.
/// </summary>
internal static unsafe class NativeRows
{
    private static readonly nint Library = NativeLibrary.Load("e_sqlite3", typeof(NativeRows).Assembly, null);

    private static readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int, long, int> BindInt64 =
        (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int, long, int>)Export("sqlite3_bind_int64");

    private static readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int, int> BindNull =
        (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int, int>)Export("sqlite3_bind_null");

    private static readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int> ResetStatement =
        (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int>)Export("sqlite3_reset");

    private static readonly delegate* unmanaged[Cdecl]<nint, int> StepStatement =
        (delegate* unmanaged[Cdecl]<nint, int>)Export("sqlite3_step");

    /// <summary>Sets a value, its place counted from 1.</summary>
    internal static void Set(nint statement, int place, long value) => BindInt64(statement, place, value);

    /// <summary>Sets NULL.</summary>
    internal static void SetNull(nint statement, int place) => BindNull(statement, place);

    /// <summary>Writes the row and makes ready for the next.</summary>
    /// <returns>SQLite's result.</returns>
    internal static int Write(nint statement)
    {
        var result = StepStatement(statement);
        ResetStatement(statement);
        return result;
    }

    private static nint Export(string name) => NativeLibrary.GetExport(Library, name);
}
