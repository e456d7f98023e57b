using Simulator.Cluster.Database;

namespace Simulator.Cluster.Tests.Database;

/// <summary>What the grain storage provider asks of the table of states.</summary>
public sealed class StorageQueryTests(PostgresServer server)
{
    private static readonly StoredQueries.Null Missing = new();

    [Fact]
    public async Task What_was_written_is_read_back_under_its_version()
    {
        var queries = await Queries();
        Assert.Empty(await Read(queries, "a"));
        var first = await Write(queries, "a", Missing, [1, 2]);
        var second = await Write(queries, "a", first!, [3]);
        Assert.Equal(first + 1, second);
        var row = Assert.Single(await Read(queries, "a"));
        Assert.Equal(new byte[] { 3 }, row["PayloadBinary"]);
        Assert.Equal(second, row["Version"]);
        Assert.Empty(await Read(queries, "b"));
    }

    [Fact]
    public async Task A_grain_without_text_in_its_key_is_found_by_its_number()
    {
        var queries = await Queries();
        await Write(queries, null, Missing, [7]);
        Assert.Single(await Read(queries, null));
        Assert.Empty(await Read(queries, "a"));
    }

    [Fact]
    public async Task Of_those_who_first_write_exactly_one_wins_and_the_others_get_nothing_back()
    {
        var queries = await Queries();
        var versions = await Task.WhenAll(
            Enumerable.Range(0, 12).Select(i => Write(queries, "a", Missing, [(byte)i])));
        Assert.Single(versions, version => version is not null);
    }

    [Fact]
    public async Task Of_those_who_write_over_the_same_version_exactly_one_wins_and_the_others_get_it_back()
    {
        var queries = await Queries();
        var version = await Write(queries, "a", Missing, [0]);
        for (var round = 0; round < 5; round++)
        {
            var read = version;
            var versions = await Task.WhenAll(
                Enumerable.Range(0, 8).Select(i => Write(queries, "a", read!, [(byte)i])));
            version = Assert.Single(versions, written => written != read);
            Assert.Equal(read + 1, version);
        }
    }

    [Fact]
    public async Task A_cleared_state_keeps_its_version_and_has_no_content()
    {
        var queries = await Queries();
        var version = await Write(queries, "a", Missing, [0]);
        Assert.Equal(version + 9, await queries.Value("ClearStorageKey", Key("a", ("GrainStateVersion", version + 9))));
        Assert.Equal(version + 1, await queries.Value("ClearStorageKey", Key("a", ("GrainStateVersion", version))));
        var row = Assert.Single(await Read(queries, "a"));
        Assert.Null(row["PayloadBinary"]);
        Assert.Equal(version + 1, row["Version"]);
        Assert.Equal(version + 2, await Write(queries, "a", version! + 1, [1]));
    }

    [Fact]
    public async Task A_version_read_before_a_state_was_deleted_is_not_that_of_its_successor()
    {
        var queries = await Queries();
        var old = await Write(queries, "a", Missing, [0]);
        Assert.Equal(old + 5, await queries.Value("DeleteStorageKey", Key("a", ("GrainStateVersion", old + 5))));
        Assert.Equal(old + 1, await queries.Value("DeleteStorageKey", Key("a", ("GrainStateVersion", old))));
        Assert.Empty(await Read(queries, "a"));
        var made = await Write(queries, "a", Missing, [1]);
        Assert.NotEqual(old, made);
        Assert.Equal(old, await Write(queries, "a", old!, [2]));
        Assert.Equal(new byte[] { 1 }, Assert.Single(await Read(queries, "a"))["PayloadBinary"]);
    }

    private async Task<StoredQueries> Queries()
    {
        var connection = await server.NewDatabase();
        await ClusterDatabase.Initialise(connection, TestContext.Current.CancellationToken);
        return await StoredQueries.Load(connection);
    }

    private static (string, object?)[] Key(string? text, params (string, object?)[] more) =>
        [("GrainIdHash", 4711), ("GrainIdN0", 1L), ("GrainIdN1", 2L), ("GrainTypeHash", -12),
            ("GrainTypeString", "run"), ("GrainIdExtensionString", text), ("ServiceId", "s"), .. more];

    private static async Task<int?> Write(StoredQueries queries, string? text, object version, byte[] content) =>
        (int?)await queries.Value(
            "WriteToStorageKey", Key(text, ("GrainStateVersion", version), ("PayloadBinary", content)));

    private static Task<List<Dictionary<string, object?>>> Read(StoredQueries queries, string? text) =>
        queries.Run("ReadFromStorageKey", Key(text));
}
