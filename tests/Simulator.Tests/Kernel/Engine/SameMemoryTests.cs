using Simulator.Kernel.Compilation;
using Simulator.Kernel.Engine;
using Simulator.Scenarios;
using Simulator.Tests.Kernel.Models;
using Simulator.Tests.Scenarios;

namespace Simulator.Tests.Kernel.Engine;

/// <summary>Replications that are played one after another in the same memory.</summary>
public sealed class SameMemoryTests
{
    [Fact]
    public void A_replication_after_half_of_another_is_what_it_is_alone()
    {
        for (var seed = 1; seed <= 40; seed++)
        {
            IsTheSame(ModelCompiler.Compile(GeneratedModel.Of(seed)), (ulong)seed, $"seed {seed}");
        }
    }

    [Fact]
    public void A_replication_of_any_mechanism_is_what_it_is_alone()
    {
        foreach (var file in ShippedScenarios.Files)
        {
            var loaded = ScenarioLoader.Load(file);
            IsTheSame(ModelCompiler.Compile(loaded.Model!), loaded.Seed, file);
        }
    }

    [Fact]
    public void Plain_offices_are_emptied_and_not_made_anew()
    {
        var loaded = ScenarioLoader.Load(Path.Combine(ShippedScenarios.Folder, "bac-kan-570.yaml"));
        var options = new RunOptions { Seed = loaded.Seed };
        using var engine = new InProcessEngine(ModelCompiler.Compile(loaded.Model!), options);
        var before = engine.Regions[0].Slab;
        engine.AdvanceTo(loaded.Model!.Until.Minutes, TestContext.Current.CancellationToken);
        engine.Restart(options with { Replication = 1 }, null);
        Assert.Same(before, engine.Regions[0].Slab);
    }

    private static void IsTheSame(CompiledModel model, ulong seed, string what)
    {
        var options = new RunOptions { Seed = seed, Replication = 6 };
        using var engine = new InProcessEngine(model, options);
        engine.AdvanceTo(model.Until / 2, TestContext.Current.CancellationToken); // much is under way, waits, lies aside
        var journal = new JournalCollector();
        engine.Restart(options with { Replication = 7 }, journal);
        engine.AdvanceTo(model.Until, TestContext.Current.CancellationToken);
        var expected = Played.Of(model, options with { Replication = 7 });
        Journals.AreSame(expected, journal.Entries, engine.Digest, what);
        var alone = InProcessEngine.Run(model, expected.Options, null, TestContext.Current.CancellationToken);
        var after = engine.Result();
        Assert.Equal((alone.EndedAt, alone.Rounds, alone.BodyRounds), (after.EndedAt, after.Rounds, after.BodyRounds));
    }
}
