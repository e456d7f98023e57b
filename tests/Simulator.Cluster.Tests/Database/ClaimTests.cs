using Npgsql;
using Simulator.Cluster.Database;

namespace Simulator.Cluster.Tests.Database;

/// <summary>Who may serve a cluster id, and who may use it.</summary>
public sealed class ClaimTests(PostgresServer server)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Silos_of_one_version_with_one_secret_share_a_cluster_id()
    {
        var connection = await Database();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Claim(connection, "0.1.0", "word")));
        Assert.Empty(await Find(connection, "word"));
    }

    [Fact]
    public async Task A_cluster_id_in_use_is_refused_to_another_version_and_to_another_secret()
    {
        var connection = await Database();
        await Claim(connection, "0.0.9", "word");
        await Alive(connection, status: 3, secondsAgo: 5);
        var line = await InitialiseTests.Line(() => Claim(connection, "0.1.0", "word"));
        Assert.Matches("^cluster id 'c' is taken by version 0.0.9 of this program: stop it, or choose another with "
            + @"--cluster \(if it was killed, the id is free in \d+ s\)$", line);
        foreach (var other in new[] { "other", null })
        {
            line = await InitialiseTests.Line(() => Claim(connection, "0.0.9", other));
            Assert.Contains("taken by silos with another secret", line, StringComparison.Ordinal);
        }
        await Claim(connection, "0.0.9", "word");
    }

    [Fact]
    public async Task Of_two_versions_that_claim_at_once_one_is_refused_before_any_silo_is_a_member()
    {
        var connection = await Database();
        var refused = await Task.WhenAll(new[] { "0.0.9", "0.1.0" }.Select(
            version => Record.ExceptionAsync(() => Claim(connection, version, null)).AsTask()));
        var line = Assert.IsType<ClusterException>(Assert.Single(refused, error => error is not null)).Message;
        Assert.Contains("is taken by version", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cluster_whose_silos_have_ended_is_free_for_another_version_and_secret()
    {
        var connection = await Database();
        await Claim(connection, "0.0.9", "word");
        await Alive(connection, status: 6, secondsAgo: 1);
        await Claim(connection, "0.1.0", "other");
        await Alive(connection, status: 3, secondsAgo: 1);
        await CheckClient(connection, "0.1.0", "other");
    }

    [Fact]
    public async Task A_cluster_whose_silos_are_silent_for_long_is_free_for_another_version()
    {
        var connection = await Database();
        await Claim(connection, "0.0.9", null);
        await Alive(connection, status: 3, secondsAgo: 200);
        await Claim(connection, "0.1.0", null);
    }

    [Fact]
    public async Task A_client_is_let_in_with_the_version_and_the_secret_of_the_silos_only()
    {
        var connection = await Database();
        await Claim(connection, "0.1.0", "word");
        await Alive(connection, status: 3, secondsAgo: 1);
        await CheckClient(connection, "0.1.0", "word");
        Assert.Equal("cluster 'c' is served by version 0.1.0 of this program, and this is 0.2.0: use 0.1.0, or "
            + "restart its silos with 0.2.0",
            await InitialiseTests.Line(() => CheckClient(connection, "0.2.0", "word")));
        Assert.StartsWith("the secret is not that of cluster 'c'",
            await InitialiseTests.Line(() => CheckClient(connection, "0.1.0", "other")), StringComparison.Ordinal);
        Assert.StartsWith("cluster 'c' asks for a secret",
            await InitialiseTests.Line(() => CheckClient(connection, "0.1.0", null)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_of_a_cluster_that_nobody_serves_hears_which_are_served()
    {
        var connection = await Database();
        var line = await InitialiseTests.Line(() => CheckClient(connection, "0.1.0", null));
        Assert.StartsWith("nobody has ever served cluster 'c'", line, StringComparison.Ordinal);
        await Claim(connection, "0.1.0", null);
        await Claim(connection, "0.1.0", null, "d");
        await Alive(connection, status: 3, secondsAgo: 1, "d");
        await Alive(connection, status: 6, secondsAgo: 1);
        line = await InitialiseTests.Line(() => CheckClient(connection, "0.1.0", null));
        Assert.StartsWith("no silo of cluster 'c' is running", line, StringComparison.Ordinal);
        Assert.EndsWith("served are 'd', to choose with --cluster", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_without_tables_lets_nobody_claim_or_connect()
    {
        var connection = await server.NewDatabase();
        foreach (var tried in new[] { Claim(connection, "0.1.0", null), CheckClient(connection, "0.1.0", null) })
        {
            Assert.Contains("simulator silo init", await InitialiseTests.Line(() => tried), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_secret_itself_is_not_kept()
    {
        var connection = await Database();
        await Claim(connection, "0.1.0", "word");
        await Claim(connection, "0.1.0", "word", "d");
        var kept = await Find(connection, "pbkdf2-sha256");
        Assert.Equal(2, kept.Distinct().Count());
    }

    private async Task<string> Database()
    {
        var connection = await server.NewDatabase();
        await ClusterDatabase.Initialise(connection, Cancellation);
        return connection;
    }

    private static Task Claim(string connection, string version, string? secret, string cluster = "c") =>
        ClusterDatabase.Claim(connection, cluster, version, secret, Cancellation);

    private static Task CheckClient(string connection, string version, string? secret) =>
        ClusterDatabase.CheckClient(connection, "c", version, secret, Cancellation);

    /// <summary>
    /// Makes the one silo of a cluster that started just now and was last heard from at some time.
    /// </summary>
    private static Task Alive(string connection, int status, int secondsAgo, string cluster = "c") =>
        InitialiseTests.Execute(connection, $"""
            insert into simulator_membership_version (cluster_id) values ('{cluster}') on conflict do nothing;
            delete from simulator_membership where cluster_id = '{cluster}';
            insert into simulator_membership values ('{cluster}', '127.0.0.1', 11111, 1, 'silo', 'host', {status},
                30000, null, now(), now() - interval '{secondsAgo} s')
            """);

    /// <summary>What is kept of secrets and begins so.</summary>
    private static async Task<List<string>> Find(string connection, string start)
    {
        await using var open = new NpgsqlConnection(connection);
        await open.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand("select secret_check from simulator_cluster", open);
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        var found = new List<string>();
        while (await reader.ReadAsync(Cancellation))
        {
            found.Add(reader.GetString(0));
        }

        return [.. found.Where(text => text.StartsWith(start, StringComparison.Ordinal))];
    }
}
