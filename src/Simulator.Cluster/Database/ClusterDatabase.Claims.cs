namespace Simulator.Cluster.Database;

/// <content>Who may serve a cluster id, and who may use it.</content>
public static partial class ClusterDatabase
{
    /// <summary>
    /// Takes a cluster id for silos of one program version and one secret, before the first of them starts;
    /// the others join. Another version or secret may take it over once none of its silos is running.
    /// </summary>
    /// <param name="connection">The database.</param>
    /// <param name="cluster">The cluster id.</param>
    /// <param name="version">The version of this program.</param>
    /// <param name="secret">What silos and clients prove to know; null: nothing.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="ClusterException">
    /// The id is taken by another version, or by who knows another secret.
    /// </exception>
    public static Task Claim(
        string connection, string cluster, string version, string? secret,
        CancellationToken cancellation = default) =>
        DatabaseAddress.Parse(connection).Use(async (database, open) =>
        {
            await RequireTables(database, open, cancellation);
            if (await ClusterClaim.Read(open, cluster, cancellation) is null)
            {
                await ClusterClaim.Insert(open, cluster, version, SecretCheck.Make(secret), cancellation);
            }

            await using var transaction = await open.BeginTransactionAsync(cancellation);
            await ClusterClaim.Lock(open, cluster, cancellation);
            var claim = await ClusterClaim.Read(open, cluster, cancellation)
                ?? throw new ClusterException(
                    $"the claim of cluster id '{cluster}' has just been removed: try again");
            var same = claim.Version == version && SecretCheck.Knows(secret, claim.SecretCheck);
            if (!same && claim.FreeIn > TimeSpan.Zero)
            {
                throw Taken(cluster, version, claim);
            }

            await ClusterClaim.Renew(
                open, cluster, version, same ? claim.SecretCheck : SecretCheck.Make(secret), cancellation);
            await transaction.CommitAsync(cancellation);
        }, cancellation);

    /// <summary>
    /// Says whether a client of this version that knows this secret finds silos to work with.
    /// </summary>
    /// <param name="connection">The database.</param>
    /// <param name="cluster">The cluster id.</param>
    /// <param name="version">The version of this program.</param>
    /// <param name="secret">The secret of the cluster; null: none.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="ClusterException">
    /// Nobody serves the cluster, or silos of another version do, or they ask for another secret.
    /// </exception>
    public static Task CheckClient(
        string connection, string cluster, string version, string? secret,
        CancellationToken cancellation = default) =>
        DatabaseAddress.Parse(connection).Use(async (database, open) =>
        {
            await RequireTables(database, open, cancellation);
            var claim = await ClusterClaim.Read(open, cluster, cancellation);
            if (claim is not { HasActiveSilo: true })
            {
                throw Unserved(database, cluster, claim, await ClusterClaim.Served(open, cancellation));
            }

            if (claim.Version != version)
            {
                throw new ClusterException(
                    $"cluster '{cluster}' is served by version {claim.Version} of this program, and this is "
                    + $"{version}: use {claim.Version}, or restart its silos with {version}");
            }

            if (!SecretCheck.Knows(secret, claim.SecretCheck))
            {
                throw new ClusterException(secret is null
                    ? $"cluster '{cluster}' asks for a secret: give the one its silos were started with"
                    : $"the secret is not that of cluster '{cluster}': give the one its silos were started "
                        + "with");
            }
        }, cancellation);

    private static ClusterException Taken(string cluster, string version, ClusterClaim claim)
    {
        var by = claim.Version != version
            ? $"version {claim.Version} of this program"
            : "silos with another secret";
        var wait = Math.Ceiling(claim.FreeIn.TotalSeconds);
        return new($"cluster id '{cluster}' is taken by {by}: stop it, or choose another with --cluster "
            + $"(if it was killed, the id is free in {wait:0} s)");
    }

    private static ClusterException Unserved(
        DatabaseAddress database, string cluster, ClusterClaim? claim, IReadOnlyList<string> served)
    {
        var what = claim is null
            ? $"nobody has ever served cluster '{cluster}'"
            : $"no silo of cluster '{cluster}' is running";
        var others = served.Count == 0
            ? "no other cluster is served there either"
            : $"served are {string.Join(", ", served.Select(id => $"'{id}'"))}, to choose with --cluster";
        return new($"{what} in {database}: start a silo of it; {others}") { IsPassing = true };
    }
}
