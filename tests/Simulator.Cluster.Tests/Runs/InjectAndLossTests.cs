using Simulator.Cluster.Runs;
using Simulator.Cluster.Tests.Silos;

namespace Simulator.Cluster.Tests.Runs;

/// <summary>What has been acknowledged is there, whatever is lost after it, and no clock forgets what was released.</summary>
public sealed class InjectAndLossTests
{
    private const int Seed = 3;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_inject_outlives_the_silo_that_is_killed_when_it_has_been_acknowledged(bool withTheClock)
    {
        await using var silos = await TestSilos.Start(3);
        var reader = await silos.Begin(Seed);
        await reader.UntilItStands();
        await reader.Read();
        var outcome = await Inject(silos, reader, "5");
        await Kill(silos, withTheClock);
        await reader.ReadsTheWholeJournalOnce(MadeUpModels.TextOf(Seed, (5, outcome.Tick)));
    }

    [Fact]
    public async Task Two_injects_outlive_two_clocks_and_come_in_their_order()
    {
        await using var silos = await TestSilos.Start(3);
        var reader = await silos.Begin(Seed);
        await reader.UntilItStands();
        var first = await Inject(silos, reader, "5");
        await Kill(silos, withTheClock: true);
        for (var look = 0; look < 5; look++)
        {
            await reader.Read();
        }

        var second = await Inject(silos, reader, "6");
        await silos.Deactivate(reader.Run);
        await reader.ReadsTheWholeJournalOnce(MadeUpModels.TextOf(Seed, (5, first.Tick), (6, second.Tick)));
    }

    [Fact]
    public async Task A_clock_that_does_not_know_how_far_its_predecessor_came_waits_to_hear_it_from_the_reader()
    {
        await using var silos = await TestSilos.Start(1);
        var reader = await silos.Begin(Seed);
        await reader.UntilItStands();
        for (var look = 0; look < 5; look++)
        {
            await reader.Read();
        }

        var has = reader.Entries[^1].Tick;
        silos.Storage.Overwrite(
            reader.Run, record => record with { Made = 0, Digest = "", Acknowledged = 0, Unreleased = 0 });
        await silos.Deactivate(reader.Run);
        var injecting = Inject(silos, reader, "5");
        await TestSilos.Until(
            () => Task.FromResult(silos.Storage.Record(reader.Run).Epoch == 2), "another clock has begun");
        Assert.False(injecting.IsCompleted);
        await reader.Look();
        var outcome = await injecting;
        Assert.True(outcome.Tick > has, $"The reader has entries of {has}, the inject counts from {outcome.Tick}.");
        await reader.ReadsTheWholeJournalOnce(MadeUpModels.TextOf(Seed, (5, outcome.Tick)));
    }

    [Fact]
    public async Task A_clock_that_hears_of_no_reader_refuses_what_it_cannot_place()
    {
        var limits = TestSilos.Narrow with { Gone = TimeSpan.FromMilliseconds(500) };
        await using var silos = await TestSilos.Start(1, limits);
        var reader = await silos.Begin(Seed);
        await reader.UntilItStands();
        await silos.Deactivate(reader.Run);
        Assert.Equal(
            "The client of the run is silent, and nobody else knows how far its journal has come.",
            (await Inject(silos, reader, "5")).Refusal);
        await reader.ReadsTheWholeJournalOnce();
    }

    [Fact]
    public async Task Nothing_is_acknowledged_before_the_database_has_it()
    {
        await using var silos = await TestSilos.Start(1);
        var reader = await silos.Begin(Seed);
        await reader.UntilItStands();
        silos.Storage.IsSilent = true;
        var injecting = Inject(silos, reader, "5");
        await reader.Until(RunPhase.WaitingForStorage);
        var calls = silos.Storage.Calls;
        await TestSilos.Until(() => Task.FromResult(silos.Storage.Calls > calls + 3), "the clock has tried again");
        Assert.False(injecting.IsCompleted);
        silos.Storage.IsSilent = false;
        var outcome = await injecting;
        await reader.ReadsTheWholeJournalOnce(MadeUpModels.TextOf(Seed, (5, outcome.Tick)));
        Assert.Single(silos.Storage.Record(reader.Run).Injects);
    }

    private static Task<InjectOutcome> Inject(TestSilos silos, HandReader reader, string inject) =>
        silos.Engine().Inject(reader.Name, inject, Cancellation);

    private static async Task Kill(TestSilos silos, bool withTheClock)
    {
        var clock = (await silos.Activations("simulator.run")).Values.Single();
        var killed = clock;
        if (!withTheClock)
        {
            await TestSilos.Until(
                async () =>
                {
                    killed = (await silos.Activations("simulator.region")).Values.FirstOrDefault(silo => silo != clock) ?? clock;
                    return killed != clock;
                },
                "a region is on another silo than its clock");
        }

        await silos.Kill(killed);
    }
}
