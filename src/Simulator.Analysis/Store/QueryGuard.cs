using System.Diagnostics;
using SQLitePCL;

namespace Simulator.Analysis.Store;

/// <summary>
/// Stands between a question and the store. The file is open for reading only; beyond that, SQLite asks the guard about
/// everything that a statement would do, and while it runs, whether it may go on. So a question cannot write, neither here nor
/// to another file, reads no other file, and ends in time.
/// </summary>
internal sealed class QueryGuard
{
    private const int Deny = 1;
    private const int StepsBetweenLooks = 5_000;
    private const int LongestText = 8 << 20;
    private const int LongestSql = 1 << 20;
    private const int LongestPattern = 200;

    /// <summary>Pragmas that only tell how the store is laid out.</summary>
    private static readonly HashSet<string> Telling = new(StringComparer.OrdinalIgnoreCase)
    {
        "table_info", "table_xinfo", "table_list", "index_list", "index_info", "index_xinfo", "foreign_key_list", "function_list",
    };

    private static readonly HashSet<string> RefusedFunctions = new(StringComparer.OrdinalIgnoreCase)
    {
        "load_extension", "fts3_tokenizer",
    };

    private readonly QueryLimits limits;
    private readonly Stopwatch watch = Stopwatch.StartNew();

    internal QueryGuard(sqlite3 store, QueryLimits limits)
    {
        this.limits = limits;
        _ = raw.sqlite3_hard_heap_limit64(limits.Memory);
        _ = raw.sqlite3_limit(store, raw.SQLITE_LIMIT_LENGTH, LongestText);
        _ = raw.sqlite3_limit(store, raw.SQLITE_LIMIT_SQL_LENGTH, LongestSql);
        _ = raw.sqlite3_limit(store, raw.SQLITE_LIMIT_LIKE_PATTERN_LENGTH, LongestPattern);
        _ = raw.sqlite3_exec(store, "PRAGMA query_only = ON; PRAGMA trusted_schema = OFF");
        _ = raw.sqlite3_set_authorizer(store, (_, action, first, second, _, _) => Allow(action, first, second), null!);
        raw.sqlite3_progress_handler(store, StepsBetweenLooks, _ => MayGoOn ? 0 : 1, null!);
    }

    /// <summary>What was refused, as a sentence; <c>null</c>: nothing.</summary>
    internal string? Refused { get; private set; }

    /// <summary>Why it was stopped.</summary>
    /// <exception cref="OperationCanceledException">From outside.</exception>
    internal QueryException Stopped()
    {
        limits.Cancellation.ThrowIfCancellationRequested();
        return QueryException.OutOfTime(limits.Time);
    }

    /// <summary>Memory is at its end.</summary>
    internal QueryException OutOfMemory() => new(FormattableString.Invariant(
        $"It was stopped at {limits.Memory >> 20} MB of memory: ask for less at once."));

    private bool MayGoOn => !limits.Cancellation.IsCancellationRequested && watch.Elapsed < limits.Time;

    private int Allow(int action, string? first, string? second)
    {
        var refused = action switch
        {
            raw.SQLITE_SELECT or raw.SQLITE_READ or raw.SQLITE_RECURSIVE => null,
            raw.SQLITE_FUNCTION => RefusedFunctions.Contains(second ?? "") ? $"The function {second} is refused." : null,
            raw.SQLITE_PRAGMA => Telling.Contains(first ?? "") ? null
                : $"PRAGMA {first} is refused; of pragmas there are those that tell how the store is laid out: "
                    + string.Join(", ", Telling.Order(StringComparer.Ordinal)) + ".",
            raw.SQLITE_ATTACH or raw.SQLITE_DETACH => "Other files cannot be attached, read or written.",
            raw.SQLITE_INSERT or raw.SQLITE_UPDATE or raw.SQLITE_DELETE => first is "sqlite_master" or "sqlite_temp_master"
                ? "The store is only read: it cannot be laid out anew."
                : $"The store is only read: nothing is written to {first}.",
            raw.SQLITE_TRANSACTION or raw.SQLITE_SAVEPOINT => "The store is only read: transactions are refused.",
            _ => "The store is only read: nothing in it can be made, changed or taken out.",
        };
        Refused ??= refused;
        return refused is null ? 0 : Deny;
    }
}
