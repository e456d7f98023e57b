using System.Globalization;
using Microsoft.Data.Sqlite;
using Simulator.Analysis.Store;
using SQLitePCL;

namespace Simulator.Analysis.Exports;

/// <summary>
/// What exports read: the store of a run, row by row, so that memory does not grow with the run. Moments are ticks,
/// minutes since the start.
/// </summary>
public sealed class ExportSource : IDisposable
{
    /// <summary>Steps of SQLite's machine between two looks at whether it was given up: a sort looks, too, before its first row.</summary>
    private const int StepsBetweenLooks = 5_000;

    private readonly SqliteConnection store;
    private readonly CancellationToken cancellation;

    /// <summary>Takes over an open store.</summary>
    /// <param name="store">It, from <see cref="RunStore.OpenReadOnly"/>.</param>
    /// <param name="cancellation">Given up, reading ends with <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="StoreException">It lacks a fact; it is closed.</exception>
    public ExportSource(SqliteConnection store, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        this.store = store;
        this.cancellation = cancellation;
        try
        {
            if (cancellation.CanBeCanceled)
            {
                raw.sqlite3_progress_handler(
                    store.Handle, StepsBetweenLooks, _ => cancellation.IsCancellationRequested ? 1 : 0, null!);
            }

            StartSeconds = long.Parse(Fact("start_seconds"), CultureInfo.InvariantCulture);
            Offset = int.Parse(Fact("offset"), CultureInfo.InvariantCulture);
            Until = int.Parse(Fact("until"), CultureInfo.InvariantCulture);
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    /// <summary>Opens the store in the folder of a run.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="cancellation">Given up, reading ends.</param>
    /// <exception cref="StoreException">There is none, or it is of another version or another run.</exception>
    public static ExportSource Open(string folder, CancellationToken cancellation = default) =>
        new(RunStore.OpenReadOnly(folder), cancellation);

    /// <summary>Local civil time of tick 0, in seconds since 1970 as if it were UTC.</summary>
    public long StartSeconds { get; }

    /// <summary>Minutes by which local time is ahead of UTC.</summary>
    public int Offset { get; }

    /// <summary>The last tick that was played.</summary>
    public int Until { get; }

    /// <summary>A fact about the run, as the table <c>run</c> has it.</summary>
    /// <param name="key">Such as <c>scenario</c>, <c>seed</c>, <c>digest</c>.</param>
    public string Fact(string key)
    {
        using var rows = Rows("SELECT CAST(value AS TEXT) FROM run WHERE key = ?", key);
        return rows.Read() ? rows.Text(0) : throw new StoreException($"The store does not say its {key}.");
    }

    /// <summary>The local time of a tick; its kind is unspecified.</summary>
    /// <param name="tick">Minutes since the start.</param>
    public DateTime At(long tick) => DateTime.UnixEpoch.AddSeconds(StartSeconds + (tick * 60));

    /// <summary>Asks the store.</summary>
    /// <param name="sql">One statement that reads.</param>
    /// <param name="values">Numbers and texts for its question marks, in their order.</param>
    public StoredRows Rows(string sql, params ReadOnlySpan<object> values) => new(store.Handle!, sql, values, cancellation);

    /// <inheritdoc/>
    public void Dispose() => store.Dispose();
}
