using Simulator.Cluster.Bodies;
using Simulator.Cluster.Regions;
using Simulator.Cluster.Runs;
using Simulator.Cluster.Tests.Silos;

namespace Simulator.Cluster.Tests.Runs;

public sealed class EpochTests(ThreeSilos three) : IClassFixture<ThreeSilos>
{
    private const int Seed = 3;

    [Fact]
    public async Task A_body_that_is_no_longer_what_its_region_takes_it_for_ends_the_attempt_and_not_the_run()
    {
        var reader = await three.Silos.Begin(Seed);
        await reader.UntilItStands();
        for (var index = 0; index < reader.Order.Model.Bodies.Count; index++)
        {
            await reader.Body(1, index).Drop();
        }

        await reader.ReadsTheWholeJournalOnce();
        Assert.Contains(
            reader.News,
            news => reader.Order.Model.Bodies.Any(body => news.Contains($"({body.Id} was lost)", StringComparison.Ordinal)));
        Assert.Equal(2, three.Silos.Storage.Record(reader.Run).Epoch);
        await reader.Run.Drop();
    }

    [Fact]
    public async Task A_region_that_is_lost_without_its_silo_ends_the_attempt_and_not_the_run()
    {
        var reader = await three.Silos.Begin(Seed);
        await reader.UntilItStands();
        for (var number = 0; number < 3; number++)
        {
            await three.Silos.Deactivate(reader.Region(1, number));
        }

        await reader.ReadsTheWholeJournalOnce();
        Assert.Contains(
            reader.News, news => news.Contains("is not where its clock takes it to be", StringComparison.Ordinal));
        Assert.Equal(2, three.Silos.Storage.Record(reader.Run).Epoch);
        await reader.Run.Drop();
    }

    [Fact]
    public async Task A_clock_that_was_overtaken_does_nothing_more_and_the_next_one_carries_on()
    {
        var reader = await three.Silos.Begin(Seed);
        await reader.UntilItStands();
        await reader.Read();
        var first = reader.Last.Clock;
        three.Silos.Storage.Overwrite(reader.Run, record => record with { Epoch = record.Epoch + 1 });
        await reader.ReadsTheWholeJournalOnce();
        Assert.NotEqual(first, reader.Last.Clock);
        Assert.Equal(3, three.Silos.Storage.Record(reader.Run).Epoch);
        await reader.Run.Drop();
    }

    [Fact]
    public async Task Whoever_calls_the_grains_of_an_epoch_that_is_over_is_refused()
    {
        var reader = await three.Silos.Begin(Seed);
        await reader.UntilItStands();
        await three.Silos.Deactivate(reader.Run);
        await reader.UntilItStands();
        Assert.Equal(2, three.Silos.Storage.Record(reader.Run).Epoch);
        await TestSilos.Until(
            async () => (await three.Silos.Activations("simulator.region", $"{reader.Name}/1/")).Count == 0,
            "the regions of the first epoch are dropped");

        var stale = await reader.Region(1, 0).Play(new RoundCall(1, 0, 1, default));
        Assert.Contains("is not where its clock takes it to be", stale.Lost, StringComparison.Ordinal);
        Assert.True((await reader.Body(1, 0).Play(new BodyCall(0, 0, [], []))).IsStranger);
        await reader.ReadsTheWholeJournalOnce();
        Assert.Equal(2, three.Silos.Storage.Record(reader.Run).Epoch);
        await reader.Run.Drop();
    }

    [Fact]
    public async Task A_call_out_of_turn_is_refused_and_the_attempt_is_made_again()
    {
        var reader = await three.Silos.Begin(Seed);
        await reader.UntilItStands();
        for (var number = 0; number < 3; number++)
        {
            var doubled = await reader.Region(1, number).Play(new RoundCall(1, 0, 1, default));
            Assert.NotNull(doubled.Lost);
        }

        await reader.ReadsTheWholeJournalOnce();
        Assert.Equal(2, three.Silos.Storage.Record(reader.Run).Epoch);
        await reader.Run.Drop();
    }

    [Fact]
    public async Task A_journal_that_does_not_come_about_again_stops_the_run()
    {
        var failure = await FailureAfter(record => record with { Made = 1, Digest = new string('0', 32) });
        Assert.StartsWith("Played again, the first 1 blocks have the digest ", failure, StringComparison.Ordinal);
        Assert.EndsWith(" instead of 00000000000000000000000000000000.", failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_journal_that_comes_about_shorter_than_it_was_stops_the_run() => Assert.EndsWith(
        "blocks and not after 1000000 or more.",
        await FailureAfter(record => record with { Made = 1_000_000 }),
        StringComparison.Ordinal);

    [Fact]
    public async Task A_reader_who_has_another_journal_is_told_so()
    {
        var reader = await three.Silos.Begin(Seed);
        await reader.UntilItStands();
        await reader.Run.Poll(new PollRequest(1, new string('0', 32), Guid.Empty, 0));
        var answer = new PollAnswer();
        await TestSilos.Until(
            async () =>
            {
                answer = await reader.Run.Poll(new PollRequest(1, new string('0', 32), Guid.Empty, 0));
                return answer.Phase == RunPhase.Failed;
            },
            "the run fails");
        Assert.StartsWith(
            "The client has 1 blocks with the digest 00000000000000000000000000000000; here they have ",
            answer.Failure,
            StringComparison.Ordinal);
        await reader.Run.Drop();
    }

    private async Task<string?> FailureAfter(Func<RunRecord, RunRecord> change)
    {
        var reader = await three.Silos.Begin(Seed);
        await reader.UntilItStands();
        await reader.Read();
        three.Silos.Storage.Overwrite(reader.Run, change);
        await three.Silos.Deactivate(reader.Run);
        await TestSilos.Until(
            async () => (await reader.Read()).Phase is RunPhase.Failed or RunPhase.Ended, "the run fails");
        var failure = reader.Last.Failure;
        await three.Silos.Deactivate(reader.Run);
        Assert.Equal(failure, (await reader.Look()).Failure); // it is durable
        await reader.Run.Drop();
        return failure;
    }
}
