using Npgsql;

namespace Simulator.Cluster.Database;

/// <summary>Who has taken a cluster id, and whether he still uses it.</summary>
/// <param name="Version">The version of the program that took it.</param>
/// <param name="SecretCheck">What proves its secret; null: it has none.</param>
/// <param name="HasActiveSilo">A silo of it is up and has lately said so.</param>
/// <param name="FreeIn">
/// How long it stays taken if nothing more is heard of it; zero or less: it is free.
/// </param>
internal sealed record ClusterClaim(string Version, string? SecretCheck, bool HasActiveSilo, TimeSpan FreeIn)
{
    /// <summary>
    /// After so long without a sign of life a silo counts as gone: silos give one every 5 s, and Orleans
    /// itself takes three missed ones for silence.
    /// </summary>
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(30);

    /// <summary>
    /// So long a claim holds while the silo that made it has not yet appeared among the members.
    /// </summary>
    public static readonly TimeSpan StartUp = TimeSpan.FromSeconds(30);

    // 3: active, 6: dead. A claim is answered by any silo that started after it, even if it has ended since.
    private const string State = """
        select c.cluster_id, c.program_version, c.secret_check,
            coalesce(seen.active, timestamptz '-infinity') > now() - @silence,
            extract(epoch from greatest(
                coalesce(seen.alive + @silence, c.first_seen),
                case when coalesce(seen.started >= c.last_claimed, false)
                    then c.first_seen else c.last_claimed + @startup end) - now())::float8
        from simulator_cluster c
        cross join lateral (
            select max(alive_time) filter (where status <> 6) as alive,
                max(alive_time) filter (where status = 3) as active,
                max(start_time) as started
            from simulator_membership m where m.cluster_id = c.cluster_id) seen
        """;

    /// <summary>The claim on a cluster id, or null if nobody ever took it.</summary>
    public static async Task<ClusterClaim?> Read(
        NpgsqlConnection open, string cluster, CancellationToken cancellation)
    {
        var rows = await open.Query($"{State} where c.cluster_id = @cluster", Make, cancellation,
            ("cluster", cluster), ("silence", Silence), ("startup", StartUp));
        return rows.SingleOrDefault().Claim;
    }

    /// <summary>The ids of the clusters that have a silo running, in order.</summary>
    public static async Task<IReadOnlyList<string>> Served(
        NpgsqlConnection open, CancellationToken cancellation)
    {
        var rows = await open.Query($"{State} order by c.cluster_id", Make, cancellation,
            ("silence", Silence), ("startup", StartUp));
        return [.. rows.Where(row => row.Claim.HasActiveSilo).Select(row => row.Cluster)];
    }

    /// <summary>Takes an id that nobody has; if another was faster, his claim stands.</summary>
    public static Task Insert(
        NpgsqlConnection open, string cluster, string version, string? check, CancellationToken cancellation) =>
        open.Execute("""
            insert into simulator_cluster (cluster_id, program_version, secret_check)
            values (@cluster, @version, @check::text) on conflict do nothing
            """, cancellation, ("cluster", cluster), ("version", version), ("check", check));

    /// <summary>Until the end of the transaction nobody else changes the claim.</summary>
    public static Task Lock(NpgsqlConnection open, string cluster, CancellationToken cancellation) =>
        open.Execute("select 1 from simulator_cluster where cluster_id = @cluster for update", cancellation,
            ("cluster", cluster));

    /// <summary>Takes the id once more, or over from one who is gone.</summary>
    public static Task Renew(
        NpgsqlConnection open, string cluster, string version, string? check, CancellationToken cancellation) =>
        open.Execute("""
            update simulator_cluster
            set program_version = @version, secret_check = @check::text, last_claimed = now()
            where cluster_id = @cluster
            """, cancellation, ("cluster", cluster), ("version", version), ("check", check));

    private static (string Cluster, ClusterClaim Claim) Make(NpgsqlDataReader row) =>
        (row.GetString(0), new ClusterClaim(
            row.GetString(1), row.IsDBNull(2) ? null : row.GetString(2), row.GetBoolean(3),
            TimeSpan.FromSeconds(row.GetDouble(4))));
}
