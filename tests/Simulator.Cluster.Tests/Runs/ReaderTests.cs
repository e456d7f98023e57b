using Simulator.Cluster.Runs;
using Simulator.Cluster.Tests.Silos;
using Simulator.Kernel.Journal;

namespace Simulator.Cluster.Tests.Runs;

public sealed class ReaderTests
{
    private const int Seed = 3;

    /// <summary>Besides those kept: what the rounds of a turn that has begun may still add.</summary>
    private const int Overshoot = 8;

    [Fact]
    public async Task A_reader_who_takes_nothing_holds_the_clock_and_not_the_memory()
    {
        await using var silos = await TestSilos.Start(1);
        var reader = await silos.Begin(Seed, regionsPerSilo: 2);
        await reader.UntilItStands();
        var (tick, blocks) = (reader.Last.Tick, reader.Last.Blocks.Length);
        Assert.InRange(blocks, TestSilos.Narrow.BlocksKept, TestSilos.Narrow.BlocksKept + Overshoot);
        for (var look = 0; look < 5; look++)
        {
            await reader.Look();
            Assert.Equal((tick, blocks), (reader.Last.Tick, reader.Last.Blocks.Length));
        }

        await reader.ReadsTheWholeJournalOnce();
        Assert.True(reader.Last.Tick > tick);
        Assert.Empty(reader.News);
    }

    [Fact]
    public async Task A_reader_who_takes_one_block_at_a_time_gets_the_whole_journal_once()
    {
        await using var silos = await TestSilos.Start(1);
        var reader = await silos.Begin(Seed);
        do
        {
            await reader.Read(1);
            Assert.InRange(reader.Last.Blocks.Length, 0, TestSilos.Narrow.BlocksKept + Overshoot);
        }
        while (reader.Last.Outcome is null);
        await reader.ReadsTheWholeJournalOnce();
    }

    [Fact]
    public async Task A_run_whose_reader_is_silent_does_not_begin_until_he_is_back()
    {
        var limits = TestSilos.Narrow with { Gone = TimeSpan.FromMilliseconds(200) };
        await using var silos = await TestSilos.Start(1, limits);
        using var hold = silos.Models.HoldBack(MadeUpModels.TextOf(Seed));
        var reader = await silos.Begin(Seed);
        await Task.Delay(2 * limits.Gone, TestContext.Current.CancellationToken); // silence is what this is about
        hold.Release();
        await TestSilos.Until(
            async () => (await silos.Activations("simulator.region")).Count == 1, "the region is there");
        await Task.Delay(3 * limits.Idle, TestContext.Current.CancellationToken);
        Assert.Empty(await silos.Activations("simulator.body"));
        await reader.ReadsTheWholeJournalOnce();
        Assert.Equal(1, silos.Storage.Record(reader.Run).Epoch);
    }

    [Fact]
    public async Task Bodies_are_dropped_in_a_long_silence_and_made_again_for_a_reader_who_comes_back()
    {
        var limits = TestSilos.Narrow with
        {
            Gone = TimeSpan.FromMilliseconds(500),
            LongGone = TimeSpan.FromMilliseconds(1000),
        };
        await using var silos = await TestSilos.Start(1, limits);
        var reader = await silos.Begin(Seed);
        await reader.UntilItStands();
        await reader.Read();
        await TestSilos.Until(async () => (await silos.Activations("simulator.body")).Count == 0, "the bodies are gone");
        await reader.ReadsTheWholeJournalOnce();
        Assert.Equal(2, silos.Storage.Record(reader.Run).Epoch);
    }

    [Fact]
    public async Task A_run_that_has_ended_is_made_again_for_a_reader_who_was_long_silent()
    {
        var limits = TestSilos.Narrow with
        {
            Gone = TimeSpan.FromMilliseconds(500),
            LongGone = TimeSpan.FromMilliseconds(1000),
        };
        await using var silos = await TestSilos.Start(1, limits);
        var reader = await silos.Begin(Seed);
        await reader.ReadsTheWholeJournalOnce();
        await TestSilos.Until(async () => (await silos.Activations("simulator.body")).Count == 0, "the bodies are gone");
        await reader.Until(RunPhase.Ended);
        Assert.Empty(reader.Last.Blocks);
        await reader.ReadsTheWholeJournalOnce();
    }

    [Fact]
    public async Task Nothing_is_left_of_a_run_that_its_client_gives_up()
    {
        await using var silos = await TestSilos.Start(1);
        using var cancellation = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => silos.Engine().Run(
            MadeUpModels.Order(Seed), new GivingUp(cancellation), null, cancellation.Token));
        await IsGone(silos);
    }

    [Fact]
    public async Task A_run_that_nobody_asks_for_any_more_is_forgotten()
    {
        var limits = TestSilos.Narrow with { Gone = TimeSpan.FromMilliseconds(100), Forgotten = TimeSpan.FromMilliseconds(200) };
        await using var silos = await TestSilos.Start(1, limits);
        var reader = await silos.Begin(Seed);
        await Task.Delay(2 * limits.Forgotten, TestContext.Current.CancellationToken);
        await TestSilos.Rouse(reader.Run);
        await IsGone(silos);
    }

    [Fact]
    public async Task A_run_that_is_held_stands_until_it_is_let_go()
    {
        await using var silos = await TestSilos.Start(1);
        var reader = await silos.Begin(Seed);
        await reader.UntilItStands();
        await reader.Run.Pause();
        await reader.Until(RunPhase.Paused);
        var tick = reader.Last.Tick;
        for (var look = 0; look < 5; look++)
        {
            await reader.Read();
            Assert.Equal((RunPhase.Paused, tick), (reader.Last.Phase, reader.Last.Tick));
        }

        await reader.Run.Resume();
        await reader.ReadsTheWholeJournalOnce();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nothing_is_left_of_a_run_that_is_dropped(bool isPaused)
    {
        await using var silos = await TestSilos.Start(3);
        var reader = await silos.Begin(Seed, regionsPerSilo: 2);
        await reader.UntilItStands();
        if (isPaused)
        {
            await reader.Run.Pause();
        }

        Assert.Equal(
            reader.Order.Model.Bodies.Count, (await silos.Activations("simulator.body", reader.Name)).Count);
        await reader.Run.Drop();
        await IsGone(silos);
        Assert.Equal(RunPhase.Unknown, (await reader.Look()).Phase);
        await IsGone(silos);
    }

    [Fact]
    public async Task A_reminder_of_a_run_that_is_not_there_is_taken_away()
    {
        await using var silos = await TestSilos.Start(1);
        var run = silos.Client.GetGrain<IRunGrain>("nobody");
        await silos.Reminders.UpsertRow(new ReminderEntry
        {
            GrainId = run.GetGrainId(),
            ReminderName = "clock",
            StartAt = DateTime.UtcNow,
            Period = TimeSpan.FromMinutes(1),
        });
        await TestSilos.Rouse(run);
        await IsGone(silos);
    }

    private static async Task IsGone(TestSilos silos)
    {
        foreach (var type in new[] { "simulator.body", "simulator.region", "simulator.run" })
        {
            await TestSilos.Until(async () => (await silos.Activations(type)).Count == 0, $"no {type} is left");
        }

        Assert.Equal((0, 0), (silos.Storage.Count, silos.Reminders.Count));
    }

    private sealed class GivingUp(CancellationTokenSource cancellation) : IJournalSink
    {
        public void Append(ReadOnlySpan<Entry> entries) => cancellation.Cancel();
    }
}
