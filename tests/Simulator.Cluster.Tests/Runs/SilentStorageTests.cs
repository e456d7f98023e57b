using Simulator.Cluster.Runs;
using Simulator.Cluster.Tests.Silos;

namespace Simulator.Cluster.Tests.Runs;

public sealed class SilentStorageTests
{
    private const int Seed = 3;

    [Fact]
    public async Task A_run_waits_for_a_database_that_does_not_answer_and_says_so_once()
    {
        await using var silos = await TestSilos.Start(1);
        var reader = await silos.Begin(Seed);
        await reader.UntilItStands();
        silos.Storage.IsSilent = true;
        await TestSilos.Until(
            async () => (await reader.Read(1)).Phase == RunPhase.WaitingForStorage, "the run misses its database");
        var (tick, calls) = (reader.Last.Tick, silos.Storage.Calls);
        await TestSilos.Until(() => Task.FromResult(silos.Storage.Calls > calls + 3), "the clock has tried again");
        Assert.Equal((RunPhase.WaitingForStorage, tick), ((await reader.Look()).Phase, reader.Last.Tick));
        silos.Storage.IsSilent = false;
        await reader.ReadsTheWholeJournalOnce();
        Assert.Equal(
            [
                "the database does not answer (connection refused); the run waits for it",
                "the database answers again; the run goes on",
            ],
            reader.News);
        Assert.Equal(1, silos.Storage.Record(reader.Run).Epoch);
    }

    [Fact]
    public async Task A_run_that_is_dropped_while_the_database_is_silent_is_gone_when_it_answers()
    {
        await using var silos = await TestSilos.Start(1);
        var reader = await silos.Begin(Seed);
        await reader.UntilItStands();
        silos.Storage.IsSilent = true;
        await reader.Run.Drop();
        var calls = silos.Storage.Calls;
        await TestSilos.Until(() => Task.FromResult(silos.Storage.Calls > calls + 2), "the clock has tried to forget");
        silos.Storage.IsSilent = false;
        await TestSilos.Until(() => Task.FromResult(silos.Storage.Count == 0), "the run is forgotten");
        await TestSilos.Until(
            async () => (await silos.Activations("simulator.run")).Count == 0, "the clock is gone");
        Assert.Equal(0, silos.Reminders.Count);
    }

    [Fact]
    public async Task A_run_that_could_not_be_begun_is_begun_when_it_is_asked_for_again()
    {
        await using var silos = await TestSilos.Start(1);
        var run = silos.Client.GetGrain<IRunGrain>("again");
        await run.Text().ContinueWith(_ => { }, TaskScheduler.Default); // the grain is there
        silos.Storage.IsSilent = true;
        var reader = new HandReader(silos, MadeUpModels.Order(Seed), "again");
        await Assert.ThrowsAnyAsync<Exception>(() => run.Start(reader.Manifest));
        silos.Storage.IsSilent = false;
        Assert.Null(await run.Start(reader.Manifest));
        Assert.Null(await run.Start(reader.Manifest));
        Assert.Equal(
            "The cluster has another run called 'again' already.",
            await run.Start(reader.Manifest with { Seed = 1000 }));
        await reader.ReadsTheWholeJournalOnce();
    }
}
