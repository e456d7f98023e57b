using Simulator.Kernel.Compilation;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Time;
using Simulator.Tests.Kernel.Models;

namespace Simulator.Tests.Kernel.Hosts;

public sealed class PrefixTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 20)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_journal_until_a_moment_is_a_prefix_of_the_journal_until_a_later_one(int seed)
    {
        var model = ModelCompiler.Compile(GeneratedModel.Of(seed));
        var options = new RunOptions { Seed = (ulong)seed };
        var whole = Played.Of(model, options);
        foreach (var until in new[] { 0, 1000, 5000, 5001, 20_000 })
        {
            var part = Played.Of(model, options with { Until = new Tick(until) });
            var prefix = whole.Entries.TakeWhile(entry => entry.Tick <= until).ToArray();
            Journals.AreSame(part, prefix, default(Digest).With(prefix), $"seed {seed} until {until}");
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_run_that_is_stopped_and_continued_is_the_run_that_was_never_stopped(int seed)
    {
        var model = ModelCompiler.Compile(GeneratedModel.Of(seed));
        var options = new RunOptions { Seed = (ulong)seed };
        var whole = Played.Of(model, options);
        var collector = new JournalCollector();
        using var engine = new InProcessEngine(model, options, collector);
        var dice = new Dice((ulong)seed);
        for (var until = 0; until < model.Until; until += dice.Between(0, 9000))
        {
            engine.AdvanceTo(until, TestContext.Current.CancellationToken);
        }

        engine.AdvanceTo(model.Until, TestContext.Current.CancellationToken);
        Journals.AreSame(whole, collector.Entries, engine.Digest, $"seed {seed}");
    }

    [Fact]
    public void Another_seed_or_replication_gives_another_digest()
    {
        var model = ModelCompiler.Compile(GeneratedModel.Of(1));
        var digests = new[] { (1UL, 0), (1UL, 1), (2UL, 0), (2UL, 1), (0UL, 0) }
            .Select(run => Played.Of(model, new RunOptions { Seed = run.Item1, Replication = run.Item2 }).Digest);
        Assert.Equal(5, digests.Distinct().Count());
    }
}
