using Npgsql;

namespace Simulator.Cluster.Database;

/// <summary>Which layout the tables of a database have.</summary>
/// <param name="Version">The version noted in it; 0: the simulator's tables are not there.</param>
/// <param name="IsForeign">Orleans tables are there, made by something else.</param>
internal readonly record struct TableLayout(int Version, bool IsForeign)
{
    /// <summary>Reads it from an open connection.</summary>
    public static async Task<TableLayout> Read(NpgsqlConnection open, CancellationToken cancellation)
    {
        var there = await open.Query(
            "select to_regclass('simulator_schema') is not null, to_regclass('orleansquery') is not null",
            row => (Ours: row.GetBoolean(0), Orleans: row.GetBoolean(1)), cancellation);
        if (!there[0].Ours)
        {
            return new TableLayout(0, there[0].Orleans);
        }

        var versions = await open.Query(
            "select version from simulator_schema", row => row.GetInt32(0), cancellation);
        return new TableLayout(versions.FirstOrDefault(), false);
    }

    /// <summary>Notes it, as part of the transaction that has made the tables.</summary>
    public static async Task Write(NpgsqlConnection open, int version, CancellationToken cancellation)
    {
        await open.Execute("delete from simulator_schema", cancellation);
        await open.Execute(
            "insert into simulator_schema (version) values (@version)", cancellation, ("version", version));
    }
}
