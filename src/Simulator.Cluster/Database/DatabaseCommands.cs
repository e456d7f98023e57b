using Npgsql;

namespace Simulator.Cluster.Database;

/// <summary>A statement with its named values on an open connection, in one call.</summary>
internal static class DatabaseCommands
{
    /// <summary>Runs statements and returns how many rows they changed.</summary>
    public static async Task<int> Execute(
        this NpgsqlConnection open, string text, CancellationToken cancellation,
        params (string Name, object? Value)[] values)
    {
        await using var command = Make(open, text, values);
        return await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Runs a query and returns what each row is made into.</summary>
    public static async Task<List<T>> Query<T>(
        this NpgsqlConnection open, string text, Func<NpgsqlDataReader, T> row, CancellationToken cancellation,
        params (string Name, object? Value)[] values)
    {
        await using var command = Make(open, text, values);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add(row(reader));
        }

        return rows;
    }

    // The texts are this assembly's own constants and resources; what a user gives goes in as values.
#pragma warning disable CA2100
    private static NpgsqlCommand Make(NpgsqlConnection open, string text, (string Name, object? Value)[] values)
    {
        var command = new NpgsqlCommand(text, open);
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        return command;
    }
#pragma warning restore CA2100
}
