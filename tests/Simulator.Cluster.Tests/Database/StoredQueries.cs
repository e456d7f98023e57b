using System.Data;
using Npgsql;

namespace Simulator.Cluster.Tests.Database;

/// <summary>
/// The stored queries of a database, run as the ADO.NET providers of Orleans run them: by key, with
/// parameters by name and of the type they give to each .NET type, every value there even where the text does
/// not use it.
/// </summary>
internal sealed class StoredQueries
{
    private readonly string connection;
    private readonly Dictionary<string, string> texts = [];

    private StoredQueries(string connection)
    {
        var builder = new NpgsqlConnectionStringBuilder(connection) { Pooling = true, MaxPoolSize = 8 };
        this.connection = builder.ConnectionString;
    }

    public IReadOnlyCollection<string> Keys => texts.Keys;

    public static async Task<StoredQueries> Load(string connection)
    {
        var queries = new StoredQueries(connection);
        foreach (var row in await queries.Read("SELECT QueryKey, QueryText FROM OrleansQuery"))
        {
            queries.texts.Add((string)row["QueryKey"]!, (string)row["QueryText"]!);
        }

        return queries;
    }

    public Task<List<Dictionary<string, object?>>> Run(string key, params (string Name, object? Value)[] values) =>
        Read(texts[key], values);

    /// <summary>The one value of the one row.</summary>
    public async Task<object?> Value(string key, params (string Name, object? Value)[] values)
    {
        var row = Assert.Single(await Run(key, values));
        return Assert.Single(row).Value;
    }

    public async Task<bool> Succeeds(string key, params (string Name, object? Value)[] values) =>
        Convert.ToBoolean(await Value(key, values), System.Globalization.CultureInfo.InvariantCulture);

    private async Task<List<Dictionary<string, object?>>> Read(
        string text, params (string Name, object? Value)[] values)
    {
        await using var connection = new NpgsqlConnection(this.connection);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = text;
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value is Null ? DBNull.Value : value ?? DBNull.Value;
            parameter.DbType = value switch
            {
                int or Null => DbType.Int32,
                long => DbType.Int64,
                DateTime => DbType.DateTime,
                byte[] => DbType.Binary,
                _ => DbType.String,
            };
            command.Parameters.Add(parameter);
        }
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<Dictionary<string, object?>>();
        do
        {
            while (await reader.ReadAsync())
            {
                rows.Add(Enumerable.Range(0, reader.FieldCount).ToDictionary(
                    reader.GetName, i => reader.IsDBNull(i) ? null : reader.GetValue(i),
                    StringComparer.OrdinalIgnoreCase));
            }
        }
        while (await reader.NextResultAsync());
        return rows;
    }

    /// <summary>A number that is missing.</summary>
    public sealed record Null;
}
