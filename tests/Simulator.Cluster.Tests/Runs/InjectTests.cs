using Simulator.Cluster.Runs;
using Simulator.Cluster.Tests.Silos;
using Simulator.Kernel.Journal;
using Simulator.Tests.Kernel.Models;

namespace Simulator.Cluster.Tests.Runs;

public sealed class InjectTests(ThreeSilos three) : IClassFixture<ThreeSilos>
{
    private const int Seed = 3;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static MatrixTheoryData<int, int, int> Cases => new([3, 7, 11], [1, 2], [0, 2, 9]);

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task An_inject_gives_the_journal_of_a_run_that_had_it_from_the_start(int seed, int regions, int looks)
    {
        var reader = await three.Silos.Begin(seed, regions);
        await reader.UntilItStands();
        for (var look = 0; look < looks; look++)
        {
            await reader.Read(1);
        }

        var known = reader.Last.Tick;
        var outcome = await Inject(reader, "5");
        Assert.Null(outcome.Refusal);
        Assert.True(outcome.Tick > known, $"The clock was at {known}, the inject counts from {outcome.Tick}.");
        Assert.Equal(reader.Order.Model.Source.Axis.ToCivil(new(outcome.Tick)).ToString(), outcome.At);
        var text = MadeUpModels.TextOf(seed, (5, outcome.Tick));
        Assert.Equal(text, await reader.Run.Text());
        await reader.ReadsTheWholeJournalOnce(text);
        Assert.Contains(reader.Entries, entry => entry.Kind == EntryKind.Intervened && entry.Tick == outcome.Tick);
        Assert.Equal(
            Played.Of(reader.Order.Model, reader.Order.Options).Entries.TakeWhile(entry => entry.Tick < outcome.Tick),
            reader.Entries.TakeWhile(entry => entry.Tick < outcome.Tick));
        Assert.Equal([$"an inject counts from {outcome.At} on; the run is played again up to there"], reader.News);
        Assert.Equal(1, reader.Last.Outcome!.Injects);
        await reader.Run.Drop();
    }

    [Fact]
    public async Task An_inject_may_name_a_later_time_and_what_is_before_is_not_touched()
    {
        var reader = await three.Silos.Begin(Seed);
        await reader.UntilItStands();
        var later = reader.Last.Tick + 5000;
        var outcome = await Inject(reader, $"5 at {later}");
        Assert.True(outcome.Tick < later);
        await reader.ReadsTheWholeJournalOnce(MadeUpModels.TextOf(Seed, (5, later)));
        await reader.Run.Drop();
    }

    [Fact]
    public async Task Who_orders_a_run_learns_what_its_scenario_has_become()
    {
        var order = MadeUpModels.Order(Seed);
        await using var engine = three.Silos.Engine(isElsewhere: true);
        var hearer = new Hearer();
        InjectOutcome? outcome = null;
        var journal = new InterruptedJournal(
            8, async () => outcome = await engine.Inject(hearer.Run!, "5", Cancellation));
        var result = await engine.Run(order, journal, hearer, Cancellation);
        var text = MadeUpModels.TextOf(Seed, (5, outcome!.Tick));
        Assert.Equal(text, result.Text);
        Journals.AreSame(Played.Of(MadeUpModels.ModelOf(text), order.Options), journal.Entries, result.Digest, text);
    }

    [Fact]
    public async Task Two_injects_in_a_row_both_count()
    {
        var reader = await three.Silos.Begin(Seed);
        await reader.UntilItStands();
        var first = await Inject(reader, "5");
        var second = await Inject(reader, "6");
        Assert.Equal(first.Tick, second.Tick); // nothing more was released in between
        for (var look = 0; look < 9; look++)
        {
            await reader.Read();
        }

        var third = await Inject(reader, "7");
        Assert.True(third.Tick > second.Tick);
        await reader.ReadsTheWholeJournalOnce(
            MadeUpModels.TextOf(Seed, (5, first.Tick), (6, second.Tick), (7, third.Tick)));
        Assert.Equal(3, reader.Last.Outcome!.Injects);
        await reader.Run.Drop();
    }

    [Fact]
    public async Task Two_who_inject_at_once_do_not_lose_each_others()
    {
        var reader = await three.Silos.Begin(Seed);
        await reader.UntilItStands();
        await Task.WhenAll(Inject(reader, "5"), Inject(reader, "6"));
        var text = await reader.Run.Text();
        Assert.Equal(3, text.Split("; ").Length);
        await reader.ReadsTheWholeJournalOnce(text);
        await reader.Run.Drop();
    }

    [Fact]
    public async Task Who_asks_again_because_he_did_not_hear_the_answer_injects_once()
    {
        var reader = await three.Silos.Begin(Seed);
        await reader.UntilItStands();
        var request = new InjectRequest(ProgramVersion.Text, Guid.NewGuid(), "5");
        var both = await Task.WhenAll(reader.Run.Inject(request), reader.Run.Inject(request));
        await three.Silos.Deactivate(reader.Run);
        await reader.Read();
        Assert.Equal([both[0], both[0], both[0]], [both[0], both[1], await reader.Run.Inject(request)]);
        await reader.ReadsTheWholeJournalOnce(MadeUpModels.TextOf(Seed, (5, both[0].Tick)));
        await reader.Run.Drop();
    }

    [Fact]
    public async Task A_run_that_is_held_takes_an_inject_and_stays_held()
    {
        var reader = await three.Silos.Begin(Seed);
        await reader.UntilItStands();
        await reader.Run.Pause();
        await reader.Until(RunPhase.Paused);
        var outcome = await Inject(reader, "5");
        await reader.Until(RunPhase.Paused);
        await reader.Run.Resume();
        await reader.ReadsTheWholeJournalOnce(MadeUpModels.TextOf(Seed, (5, outcome.Tick)));
        await reader.Run.Drop();
    }

    [Theory]
    [InlineData(MadeUpModels.Unheard, "injects.yaml:3:9: error: There is no body 'wards/7'.")]
    [InlineData("5 at 0", "injects.yaml:1:1: error: This inject lies in the past.")]
    [InlineData(MadeUpModels.Unmade, "Nobody can do that.")]
    [InlineData(MadeUpModels.Broken, "The scenario cannot be read, which is a fault of this program: "
        + "InvalidOperationException: Sequence contains no elements")]
    public async Task An_inject_that_is_refused_changes_nothing(string inject, string why)
    {
        var reader = await three.Silos.Begin(Seed);
        await reader.UntilItStands();
        Assert.Equal(why, (await Inject(reader, inject)).Refusal);
        Assert.Equal(reader.Order.Text, await reader.Run.Text());
        Assert.Empty(three.Silos.Storage.Record(reader.Run).Injects);
        await reader.ReadsTheWholeJournalOnce();
        Assert.Equal(1, three.Silos.Storage.Record(reader.Run).Epoch);
        Assert.Empty(reader.News);
        await reader.Run.Drop();
    }

    [Fact]
    public async Task A_run_that_has_ended_takes_nothing_in_even_when_it_is_played_again_for_its_reader()
    {
        var reader = await three.Silos.Begin(Seed);
        await reader.ReadsTheWholeJournalOnce();
        Assert.Equal("The run has come to its end.", (await Inject(reader, "5")).Refusal);
        await three.Silos.Deactivate(reader.Run);
        Assert.Equal("The run has come to its end.", (await Inject(reader, "5")).Refusal);
        await reader.ReadsTheWholeJournalOnce();
        await reader.Run.Drop();
    }

    [Fact]
    public async Task A_run_that_has_failed_and_one_that_is_not_there_take_nothing_in()
    {
        var reader = await three.Silos.Begin(Seed);
        await reader.Run.Poll(new PollRequest(1, new string('0', 32), Guid.Empty, 0));
        await TestSilos.Until(
            async () => (await reader.Run.Poll(new PollRequest(1, new string('0', 32), Guid.Empty, 0))).Phase
                == RunPhase.Failed,
            "the run fails");
        Assert.StartsWith(
            "The run has failed: The client has 1 blocks", (await Inject(reader, "5")).Refusal, StringComparison.Ordinal);
        await reader.Run.Drop();
        await TestSilos.Until(
            async () => (await Inject(reader, "5")).Refusal == $"There is no run '{reader.Name}' on this cluster.",
            "the run is gone");
    }

    private Task<InjectOutcome> Inject(HandReader reader, string inject) =>
        three.Silos.Engine().Inject(reader.Name, inject, Cancellation);
}
