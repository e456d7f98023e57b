using Simulator.Cluster.Database;

namespace Simulator.Cluster.Tests.Database;

/// <summary>What the clustering provider asks of the table of members.</summary>
public sealed class ClusteringQueryTests(PostgresServer server)
{
    private static readonly DateTime Noon = new(2026, 3, 2, 12, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task A_cluster_gets_its_version_once_and_is_read_as_one_row_without_silos()
    {
        var queries = await Queries();
        var made = await Task.WhenAll(Enumerable.Range(0, 8).Select(
            _ => queries.Succeeds("InsertMembershipVersionKey", ("DeploymentId", "c"))));
        Assert.Single(made, first => first);
        var row = Assert.Single(await queries.Run("MembershipReadAllKey", ("DeploymentId", "c")));
        Assert.Equal(0, row["Version"]);
        Assert.Null(row["StartTime"]);
        Assert.Single(await queries.Run("MembershipReadRowKey", [("DeploymentId", "c"), .. Silo(1)]));
    }

    [Fact]
    public async Task A_silo_that_was_inserted_is_read_back_with_all_it_said_of_itself()
    {
        var queries = await Queries();
        await queries.Run("InsertMembershipVersionKey", ("DeploymentId", "c"));
        Assert.True(await Insert(queries, 1, 0));
        var row = Assert.Single(await queries.Run("MembershipReadRowKey", [("DeploymentId", "c"), .. Silo(1)]));
        Assert.Equal(1, row["Version"]);
        Assert.Equal("127.0.0.1", row["Address"]);
        Assert.Equal(11111, row["Port"]);
        Assert.Equal(1, row["Generation"]);
        Assert.Equal("silo", row["SiloName"]);
        Assert.Equal("host", row["HostName"]);
        Assert.Equal(3, row["Status"]);
        Assert.Equal(30000, row["ProxyPort"]);
        Assert.Null(row["SuspectTimes"]);
        Assert.Equal(Noon, row["StartTime"]);
        Assert.Equal(Noon.AddMinutes(1), row["IAmAliveTime"]);
    }

    [Fact]
    public async Task Of_those_who_insert_at_the_same_version_exactly_one_wins()
    {
        var queries = await Queries();
        await queries.Run("InsertMembershipVersionKey", ("DeploymentId", "c"));
        for (var version = 0; version < 5; version++)
        {
            var won = await Task.WhenAll(Enumerable.Range(0, 8).Select(
                i => Insert(queries, (version * 10) + i, version)));
            Assert.Single(won, winner => winner);
        }
        var rows = await queries.Run("MembershipReadAllKey", ("DeploymentId", "c"));
        Assert.Equal(5, rows.Count);
        Assert.All(rows, row => Assert.Equal(5, row["Version"]));
    }

    [Fact]
    public async Task A_silo_that_is_there_is_not_inserted_again_and_the_version_stays()
    {
        var queries = await Queries();
        await queries.Run("InsertMembershipVersionKey", ("DeploymentId", "c"));
        Assert.True(await Insert(queries, 1, 0));
        Assert.False(await Insert(queries, 1, 1));
        Assert.False(await Insert(queries, 2, 0));
        Assert.Equal(1, Assert.Single(await queries.Run("MembershipReadAllKey", ("DeploymentId", "c")))["Version"]);
    }

    [Fact]
    public async Task Of_those_who_change_a_silo_at_the_same_version_exactly_one_wins_while_it_says_it_is_alive()
    {
        var queries = await Queries();
        await queries.Run("InsertMembershipVersionKey", ("DeploymentId", "c"));
        await Insert(queries, 1, 0);
        for (var version = 1; version <= 20; version++)
        {
            var alive = Enumerable.Range(0, 4).Select(i => queries.Run("UpdateIAmAlivetimeKey",
                [("DeploymentId", "c"), .. Silo(1), ("IAmAliveTime", Noon.AddHours(version))]));
            var won = Enumerable.Range(0, 4).Select(i => Update(queries, 1, version, 3, $"by {i}"));
            var (_, winners) = (await Task.WhenAll(alive), await Task.WhenAll(won));
            Assert.Single(winners, winner => winner);
        }
        Assert.False(await Update(queries, 2, 21, 6, null));
        var row = Assert.Single(await queries.Run("MembershipReadAllKey", ("DeploymentId", "c")));
        Assert.Equal(21, row["Version"]);
        Assert.Equal(Noon.AddHours(20), row["IAmAliveTime"]);
    }

    [Fact]
    public async Task A_change_writes_status_and_suspicions_and_undoes_no_later_sign_of_life()
    {
        var queries = await Queries();
        await queries.Run("InsertMembershipVersionKey", ("DeploymentId", "c"));
        await Insert(queries, 1, 0);
        await queries.Run("UpdateIAmAlivetimeKey",
            [("DeploymentId", "c"), .. Silo(1), ("IAmAliveTime", Noon.AddMinutes(9))]);
        Assert.True(await Update(queries, 1, 1, 6, "S127.0.0.1:11112:2,2026-03-02 12:00:00.000 GMT"));
        var row = Assert.Single(await queries.Run("MembershipReadAllKey", ("DeploymentId", "c")));
        Assert.Equal(6, row["Status"]);
        Assert.Equal("S127.0.0.1:11112:2,2026-03-02 12:00:00.000 GMT", row["SuspectTimes"]);
        Assert.Equal(Noon.AddMinutes(9), row["IAmAliveTime"]);
    }

    [Fact]
    public async Task Gateways_are_the_active_silos_that_take_clients()
    {
        var queries = await Queries();
        await queries.Run("InsertMembershipVersionKey", ("DeploymentId", "c"));
        await Insert(queries, 1, 0);
        await Insert(queries, 2, 1, proxy: 0);
        await Insert(queries, 3, 2);
        await Update(queries, 3, 3, 6, null);
        var row = Assert.Single(
            await queries.Run("GatewaysQueryKey", ("DeploymentId", "c"), ("Status", 3)));
        Assert.Equal("127.0.0.1", row["Address"]);
        Assert.Equal(30000, row["ProxyPort"]);
        Assert.Equal(1, row["Generation"]);
    }

    [Fact]
    public async Task Cleaning_up_takes_away_who_is_silent_and_not_active()
    {
        var queries = await Queries();
        await queries.Run("InsertMembershipVersionKey", ("DeploymentId", "c"));
        await Insert(queries, 1, 0);
        await Insert(queries, 2, 1);
        await Update(queries, 2, 2, 6, null);
        await queries.Run("CleanupDefunctSiloEntriesKey", ("DeploymentId", "c"), ("IAmAliveTime", Noon));
        Assert.Equal(2, (await queries.Run("MembershipReadAllKey", ("DeploymentId", "c"))).Count);
        await queries.Run("CleanupDefunctSiloEntriesKey", ("DeploymentId", "c"), ("IAmAliveTime", Noon.AddDays(1)));
        Assert.Equal(1, Assert.Single(
            await queries.Run("MembershipReadAllKey", ("DeploymentId", "c")))["Generation"]);
    }

    [Fact]
    public async Task Deleting_a_cluster_leaves_the_others()
    {
        var queries = await Queries();
        foreach (var cluster in new[] { "c", "d" })
        {
            await queries.Run("InsertMembershipVersionKey", ("DeploymentId", cluster));
            await Insert(queries, 1, 0, cluster: cluster);
        }
        await queries.Run("DeleteMembershipTableEntriesKey", ("DeploymentId", "c"));
        Assert.Empty(await queries.Run("MembershipReadAllKey", ("DeploymentId", "c")));
        Assert.Single(await queries.Run("MembershipReadAllKey", ("DeploymentId", "d")));
    }

    private async Task<StoredQueries> Queries()
    {
        var connection = await server.NewDatabase();
        await ClusterDatabase.Initialise(connection, TestContext.Current.CancellationToken);
        return await StoredQueries.Load(connection);
    }

    private static (string, object?)[] Silo(int generation) =>
        [("Address", "127.0.0.1"), ("Port", 11111), ("Generation", generation)];

    private static Task<bool> Insert(
        StoredQueries queries, int generation, int version, int proxy = 30000, string cluster = "c") =>
        queries.Succeeds("InsertMembershipKey",
            [("DeploymentId", cluster), ("IAmAliveTime", Noon.AddMinutes(1)), ("SiloName", "silo"),
                ("HostName", "host"), .. Silo(generation), ("StartTime", Noon), ("Status", 3),
                ("ProxyPort", proxy), ("Version", version)]);

    private static Task<bool> Update(
        StoredQueries queries, int generation, int version, int status, string? suspects) =>
        queries.Succeeds("UpdateMembershipKey",
            [("DeploymentId", "c"), .. Silo(generation), ("IAmAliveTime", Noon.AddMinutes(1)), ("Status", status),
                ("SuspectTimes", suspects), ("Version", version)]);
}
