using Simulator.Cluster.Database;

namespace Simulator.Cluster.Tests.Database;

/// <summary>What the reminder provider asks of the table of reminders.</summary>
public sealed class ReminderQueryTests(PostgresServer server)
{
    private static readonly DateTime Noon = new(2026, 3, 2, 12, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task A_reminder_is_read_back_by_its_grain_and_by_its_name()
    {
        var queries = await Queries();
        var version = await Upsert(queries, "run/1", "wake", 5, 60_000);
        Assert.Empty(await queries.Run("ReadReminderRowKey", Name("run/1", "other")));
        var row = Assert.Single(await queries.Run("ReadReminderRowKey", Name("run/1", "wake")));
        Assert.Equal("run/1", row["GrainId"]);
        Assert.Equal("wake", row["ReminderName"]);
        Assert.Equal(Noon, row["StartTime"]);
        Assert.Equal(60_000L, row["Period"]);
        Assert.Equal(version, row["Version"]);
        await Upsert(queries, "run/1", "other", 5, 3_000_000_000L);
        Assert.Equal(2, (await queries.Run("ReadReminderRowsKey", ("ServiceId", "s"), ("GrainId", "run/1"))).Count);
    }

    [Fact]
    public async Task A_reminder_is_removed_by_who_has_read_it_last()
    {
        var queries = await Queries();
        var first = await Upsert(queries, "run/1", "wake", 5, 60_000);
        var second = await Upsert(queries, "run/1", "wake", 5, 90_000);
        Assert.NotEqual(first, second);
        Assert.False(await Remove(queries, first));
        Assert.True(await Remove(queries, second));
        Assert.False(await Remove(queries, second));
        Assert.NotEqual(first, await Upsert(queries, "run/1", "wake", 5, 60_000));
        Assert.False(await Remove(queries, first));
    }

    [Fact]
    public async Task Those_who_register_the_same_reminder_at_once_leave_one_and_get_a_version_each()
    {
        var queries = await Queries();
        var versions = await Task.WhenAll(
            Enumerable.Range(0, 10).Select(_ => Upsert(queries, "run/1", "wake", 5, 60_000)));
        Assert.Equal(10, versions.Distinct().Count());
        Assert.Single(await queries.Run("ReadReminderRowsKey", ("ServiceId", "s"), ("GrainId", "run/1")));
    }

    [Fact]
    public async Task Each_reminder_is_in_one_part_of_the_ring_however_it_is_cut()
    {
        var queries = await Queries();
        int[] hashes = [int.MinValue, -7, -1, 0, 1, 7, int.MaxValue];
        foreach (var hash in hashes)
        {
            await Upsert(queries, $"run/{hash}", "wake", hash, 60_000);
        }

        foreach (var from in hashes)
        {
            foreach (var to in hashes)
            {
                var there = await Range(queries, from, to);
                var back = await Range(queries, to, from);
                Assert.Equal(hashes.Length, from == to ? there.Length : there.Concat(back).Distinct().Count());
                Assert.Equal(hashes.Length * (from == to ? 2 : 1), there.Length + back.Length);
                Assert.Contains($"run/{to}", there);
            }
        }
    }

    [Fact]
    public async Task Deleting_the_reminders_of_a_program_leaves_the_others()
    {
        var queries = await Queries();
        await Upsert(queries, "run/1", "wake", 5, 60_000);
        await queries.Run("DeleteReminderRowsKey", ("ServiceId", "t"));
        Assert.Single(await Range(queries, 0, 0));
        await queries.Run("DeleteReminderRowsKey", ("ServiceId", "s"));
        Assert.Empty(await Range(queries, 0, 0));
    }

    private async Task<StoredQueries> Queries()
    {
        var connection = await server.NewDatabase();
        await ClusterDatabase.Initialise(connection, TestContext.Current.CancellationToken);
        return await StoredQueries.Load(connection);
    }

    private static (string, object?)[] Name(string grain, string name) =>
        [("ServiceId", "s"), ("GrainId", grain), ("ReminderName", name)];

    private static async Task<int> Upsert(
        StoredQueries queries, string grain, string name, int hash, long period)
    {
        // The provider gives a period that fits as a 32-bit number, a longer one as 64-bit.
        object given = period <= int.MaxValue ? (int)period : period;
        var version = await queries.Value("UpsertReminderRowKey",
            [.. Name(grain, name), ("GrainHash", hash), ("StartTime", Noon), ("Period", given)]);
        return Assert.IsType<int>(version);
    }

    private static Task<bool> Remove(StoredQueries queries, int version) =>
        queries.Succeeds("DeleteReminderRowKey", [.. Name("run/1", "wake"), ("Version", version)]);

    private static async Task<string[]> Range(StoredQueries queries, int begin, int end)
    {
        var key = begin < end ? "ReadRangeRows1Key" : "ReadRangeRows2Key";
        var rows = await queries.Run(key, ("ServiceId", "s"), ("BeginHash", begin), ("EndHash", end));
        return [.. rows.Select(row => (string)row["GrainId"]!)];
    }
}
