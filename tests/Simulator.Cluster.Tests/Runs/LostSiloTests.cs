using Simulator.Cluster.Tests.Silos;
using Simulator.Kernel.Engine;
using Simulator.Tests.Kernel.Models;

namespace Simulator.Cluster.Tests.Runs;

public sealed class LostSiloTests
{
    private const int Seed = 3;

    [Theory]
    [InlineData(1, true)]
    [InlineData(1, false)]
    [InlineData(120, true)]
    [InlineData(120, false)]
    public async Task A_run_outlives_the_silo_that_is_killed_under_it(int entries, bool withTheClock)
    {
        await using var silos = await TestSilos.Start(3);
        var order = MadeUpModels.Order(Seed);
        var hearer = new Hearer();
        var journal = new InterruptedJournal(entries, () => Kill(silos, withTheClock));
        var result = await silos.Engine().Run(order, journal, hearer, TestContext.Current.CancellationToken);
        Assert.True(journal.WasInterrupted);
        var undisturbed = Played.Of(order.Model, order.Options);
        Journals.AreSame(undisturbed, journal.Entries, result.Digest, $"seed {Seed}");
        Assert.Contains(hearer.News, news => news.Contains(
            withTheClock ? "the clock of the run was lost with a silo" : "was lost", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_run_outlives_a_silo_that_is_killed_while_its_bodies_are_made(bool withTheClock)
    {
        await using var silos = await TestSilos.Start(3);
        var order = MadeUpModels.Order(Seed);
        using var hold = silos.Models.HoldBack(order.Text);
        var journal = new JournalCollector();
        var running = silos.Engine().Run(order, journal, null, TestContext.Current.CancellationToken);
        await TestSilos.Until(
            async () => (await silos.Activations("simulator.run")).Count == 1, "the clock is there");
        var clock = (await silos.Activations("simulator.run")).Values.Single();
        var killing = silos.Kill(withTheClock ? clock : silos.Addresses.First(silo => !silo.Equals(clock)));
        hold.Release(); // a silo in this process is not gone before its threads are
        var result = await running;
        await killing;
        Journals.AreSame(
            Played.Of(order.Model, order.Options), journal.Entries, result.Digest, $"seed {Seed}");
    }

    [Fact]
    public async Task A_reminder_brings_back_a_clock_that_nobody_asks_for()
    {
        await using var silos = await TestSilos.Start(1);
        var reader = await silos.Begin(Seed);
        await reader.UntilItStands();
        await silos.Deactivate(reader.Run);
        await TestSilos.Rouse(reader.Run);
        await TestSilos.Until(
            () => Task.FromResult(silos.Storage.Record(reader.Run).Epoch == 2), "another attempt is under way");
        await reader.ReadsTheWholeJournalOnce();
        Assert.Equal(2, silos.Storage.Record(reader.Run).Epoch);
    }

    private static async Task Kill(TestSilos silos, bool withTheClock)
    {
        var clock = (await silos.Activations("simulator.run")).Values.Single();
        var regions = (await silos.Activations("simulator.region")).Values;
        await silos.Kill(withTheClock ? clock : regions.First(silo => silo != clock));
    }
}
