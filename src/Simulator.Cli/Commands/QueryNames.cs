using Microsoft.Data.Sqlite;
using Simulator.Scenarios.Problems;

namespace Simulator.Cli.Commands;

/// <summary>Holds what a named query is given to what the run has, so that a slip of the pen is not an empty answer.</summary>
internal static class QueryNames
{
    private static readonly Dictionary<string, (string What, string Sql)> s_known = new(StringComparer.Ordinal)
    {
        ["directive"] = ("directive", "SELECT r.key FROM root r JOIN directive d ON d.root = r.id ORDER BY 1"),
        ["level"] = ("level", "SELECT key FROM level ORDER BY id"),
        ["body"] = ("body", "SELECT key FROM body WHERE id > 0 ORDER BY id"),
    };

    private static readonly string[] s_counts = ["step", "top"];

    /// <summary>Refuses a directive, level or body that the run does not have, and a count that is none.</summary>
    /// <param name="store">The store of the run, before anything is asked of it.</param>
    /// <param name="parameters">What is given.</param>
    /// <exception cref="UsageException">It is refused.</exception>
    internal static void Check(SqliteConnection store, IReadOnlyDictionary<string, string> parameters)
    {
        foreach (var (name, value) in parameters)
        {
            if (s_counts.Contains(name) && !(long.TryParse(value, out var count) && count > 0))
            {
                throw new UsageException($"--param {name} takes a whole number from 1 on, not '{value}'.");
            }

            if (!s_known.TryGetValue(name, out var known))
            {
                continue;
            }

            var names = Read(store, known.Sql);
            if (!names.Contains(value))
            {
                throw new UsageException(
                    $"The run has no {known.What} '{value}'."
                    + (NearestName.Of(value, names) is { } near ? $" Did you mean '{near}'?" : ""));
            }
        }
    }

    private static List<string> Read(SqliteConnection store, string sql)
    {
        using var command = store.CreateCommand();
#pragma warning disable CA2100 // The texts are our own.
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var names = new List<string>();
        while (reader.Read())
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }
}
