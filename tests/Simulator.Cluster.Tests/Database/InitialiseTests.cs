using Npgsql;
using Simulator.Cluster.Database;

namespace Simulator.Cluster.Tests.Database;

/// <summary>Making the tables, and saying what hinders it.</summary>
public sealed class InitialiseTests(PostgresServer server)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_query_that_the_providers_look_for_is_there()
    {
        var connection = await server.NewDatabase();
        await ClusterDatabase.Initialise(connection, Cancellation);
        string[] expected =
        [
            "GatewaysQueryKey", "MembershipReadRowKey", "MembershipReadAllKey", "InsertMembershipVersionKey",
            "UpdateIAmAlivetimeKey", "InsertMembershipKey", "UpdateMembershipKey", "DeleteMembershipTableEntriesKey",
            "CleanupDefunctSiloEntriesKey", "ReadReminderRowsKey", "ReadRangeRows1Key", "ReadRangeRows2Key",
            "ReadReminderRowKey", "UpsertReminderRowKey", "DeleteReminderRowKey", "DeleteReminderRowsKey",
            "WriteToStorageKey", "ReadFromStorageKey", "ClearStorageKey", "DeleteStorageKey",
        ];
        Assert.Equal(
            expected.Order(StringComparer.Ordinal),
            (await StoredQueries.Load(connection)).Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Initialising_again_keeps_what_is_there()
    {
        var connection = await server.NewDatabase();
        await ClusterDatabase.Initialise(connection, Cancellation);
        var queries = await StoredQueries.Load(connection);
        await queries.Run("InsertMembershipVersionKey", ("DeploymentId", "c"));
        await ClusterDatabase.Initialise(connection, Cancellation);
        Assert.Single(await queries.Run("MembershipReadAllKey", ("DeploymentId", "c")));
        await ClusterDatabase.Check(connection, Cancellation);
    }

    [Fact]
    public async Task Many_may_initialise_at_once()
    {
        var connection = await server.NewDatabase();
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => ClusterDatabase.Initialise(connection, Cancellation)));
        await ClusterDatabase.Check(connection, Cancellation);
    }

    [Fact]
    public async Task A_database_without_tables_is_told_to_be_initialised_and_no_password_is_shown()
    {
        var connection = await server.NewDatabase();
        var line = await Line(() => ClusterDatabase.Check(connection, Cancellation));
        Assert.Contains("run: simulator silo init --database", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tables_of_a_newer_version_are_left_alone()
    {
        var connection = await server.NewDatabase();
        await ClusterDatabase.Initialise(connection, Cancellation);
        await Execute(connection, "update simulator_schema set version = 99");
        foreach (var verb in new[] { ClusterDatabase.Initialise, ClusterDatabase.Check })
        {
            Assert.Contains("newer version", await Line(() => verb(connection, Cancellation)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_tables_of_another_Orleans_program_are_left_alone()
    {
        var connection = await server.NewDatabase();
        await Execute(connection, "create table OrleansQuery (QueryKey text, QueryText text)");
        var line = await Line(() => ClusterDatabase.Initialise(connection, Cancellation));
        Assert.Contains("another program", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_is_said_without_showing_it()
    {
        var builder = new NpgsqlConnectionStringBuilder(await server.NewDatabase()) { Password = "wrong-one" };
        var line = await Line(() => ClusterDatabase.Check(builder.ConnectionString, Cancellation));
        Assert.Contains("does not let user 'simulator' in", line, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong-one", line, StringComparison.Ordinal);
        builder.Password = null;
        line = await Line(() => ClusterDatabase.Check(builder.ConnectionString, Cancellation));
        Assert.Contains("asks user 'simulator' for a password", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_does_not_exist_comes_with_the_command_that_creates_it()
    {
        await server.NewDatabase();
        var line = await Line(() => ClusterDatabase.Initialise(server.Connection("nowhere"), Cancellation));
        Assert.Contains(
            $"createdb -h 127.0.0.1 -p {server.Port} -U simulator nowhere", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_user_who_may_not_create_tables_is_told_who_can()
    {
        var connection = await server.NewDatabase();
        await Execute(connection, "revoke create on schema public from public; "
            + "drop role if exists guest; create role guest login password 'guest'");
        var builder = new NpgsqlConnectionStringBuilder(connection) { Username = "guest", Password = "guest" };
        var line = await Line(() => ClusterDatabase.Initialise(builder.ConnectionString, Cancellation));
        Assert.Contains("let its owner run simulator silo init", line, StringComparison.Ordinal);
        await Execute(connection, "drop role guest");
    }

    [Fact]
    public async Task A_server_that_was_stopped_is_said_to_be_out_of_reach_until_it_is_back()
    {
        await using var own = new PostgresServer();
        var connection = await own.NewDatabase();
        await ClusterDatabase.Initialise(connection, Cancellation);
        await own.Stop();
        var line = await Line(() => ClusterDatabase.Check(connection, Cancellation));
        Assert.Contains($"cannot reach PostgreSQL at 127.0.0.1:{own.Port}", line, StringComparison.Ordinal);
        await own.Start();
        await ClusterDatabase.Check(connection, Cancellation);
    }

    internal static async Task<string> Line(Func<Task> refused)
    {
        var line = (await Assert.ThrowsAsync<ClusterException>(refused)).Message;
        Assert.DoesNotContain('\n', line);
        Assert.DoesNotContain(PostgresServer.Password, line, StringComparison.Ordinal);
        return line;
    }

    internal static async Task Execute(string connection, string text)
    {
        await using var open = new NpgsqlConnection(connection);
        await open.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand(text, open);
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}
