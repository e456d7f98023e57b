using Simulator.Cluster.Tests.Silos;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;
using Simulator.Tests.Kernel.Models;

namespace Simulator.Cluster.Tests.Runs;

public sealed class LostSiloTests
{
    private const int Seed = 3;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_run_outlives_the_silo_that_is_killed_under_it(bool withTheClock)
    {
        await using var silos = await TestSilos.Start(3);
        var order = MadeUpModels.Order(Seed);
        var hearer = new Hearer();
        var journal = new InterruptedJournal(40, () => Kill(silos, withTheClock));
        var result = await silos.Engine().Run(order, journal, hearer, TestContext.Current.CancellationToken);
        Assert.True(journal.WasInterrupted);
        var undisturbed = Played.Of(order.Model, order.Options);
        Journals.AreSame(undisturbed, journal.Entries, result.Digest, $"seed {Seed}");
        Assert.Contains(hearer.News, news => news.Contains(
            withTheClock ? "the silo that held the clock was lost" : "was lost", StringComparison.Ordinal));
    }

    private static async Task Kill(TestSilos silos, bool withTheClock)
    {
        var clock = (await silos.Activations("simulator.run")).Values.Single();
        var regions = (await silos.Activations("simulator.region")).Values;
        await silos.Kill(withTheClock ? clock : regions.First(silo => silo != clock));
    }

    /// <summary>Does something once, when it has so many entries.</summary>
    private sealed class InterruptedJournal(int after, Func<Task> interrupt) : IJournalSink
    {
        public List<Entry> Entries { get; } = [];

        public bool WasInterrupted { get; private set; }

        public void Append(ReadOnlySpan<Entry> entries)
        {
            Entries.AddRange(entries);
            if (!WasInterrupted && Entries.Count >= after)
            {
                WasInterrupted = true;
                interrupt().GetAwaiter().GetResult();
            }
        }
    }
}
