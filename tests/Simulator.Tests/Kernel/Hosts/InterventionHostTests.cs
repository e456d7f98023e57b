using Simulator.Kernel.Compilation;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Interventions;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Time;
using Simulator.Tests.Kernel.Models;
using Xunit;

namespace Simulator.Tests.Kernel.Hosts;

/// <summary>A director changes nothing about what is the same on every host.</summary>
public sealed class InterventionHostTests
{
    /// <summary>What only a director writes, or brings about.</summary>
    public static readonly EntryKind[] ByDirector =
        [EntryKind.Intervened, EntryKind.InterventionEnded, EntryKind.HandedOver, EntryKind.SentOn];

    public static TheoryData<int> Seeds => [.. MadeUp.Seeds(40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Interventions_and_conditions_are_the_same_on_one_thread_on_all_however_cut_and_body_by_body(int seed) =>
        EveryHost.PlaysTheSame(ModelOf(seed), seed);

    [Theory]
    [MemberData(nameof(Seeds))]
    public void What_was_played_before_an_intervention_is_what_is_played_without_it(int seed)
    {
        var declared = GeneratedInterventions.In(GeneratedModel.Of(seed), seed);
        var options = new RunOptions { Seed = (ulong)seed };
        var whole = Played.Of(declared, options);
        foreach (var until in new[] { 0, 1500, 20_000 })
        {
            var part = Played.Of(declared, options with { Until = new Tick(until) });
            var prefix = whole.Entries.TakeWhile(entry => entry.Tick <= until).ToArray();
            Journals.AreSame(part, prefix, default(Digest).With(prefix), $"seed {seed} until {until}");
        }

        var without = Played.Of(declared with { Interventions = [] }, options);
        var first = whole.Entries.FindIndex(entry => entry.Body == Director.Hash);
        var before = first < 0 ? whole.Entries : whole.Entries[..first];
        var tick = first < 0 ? int.MaxValue : whole.Entries[first].Tick;
        Assert.Equal(without.Entries.TakeWhile(entry => entry.Tick < tick), before);
    }

    [Fact]
    public void The_generated_interventions_use_all_that_a_director_does()
    {
        var models = MadeUp.Seeds(40).Select(seed => (Seed: seed, Model: ModelOf(seed))).ToArray();
        var acts = models.SelectMany(each => each.Model.Interventions).SelectMany(each => each.Source.Acts);
        Assert.Equal(8, acts.Select(act => act.GetType()).Distinct().Count());
        var entries = models
            .SelectMany(each => Played.Of(each.Model, new RunOptions { Seed = (ulong)each.Seed }).Entries)
            .ToArray();
        Assert.Contains(entries, entry => entry is { Kind: EntryKind.Intervened, What: 0 });
        Assert.Contains(entries, entry => entry is { Kind: EntryKind.Intervened, What: 1, Item: 1 });
        Assert.Contains(entries, entry => entry.Kind == EntryKind.InterventionEnded);
        Assert.Contains(entries, entry => entry.Kind == EntryKind.FollowedUp && entry is { What: 0 } && entry.CauseBody == Director.Hash);
        Assert.Contains(entries, entry => entry.Kind == EntryKind.FollowedUp && entry is { What: 1 } && entry.CauseBody == Director.Hash);
    }

    private static CompiledModel ModelOf(int seed) =>
        ModelCompiler.Compile(GeneratedInterventions.In(GeneratedModel.Of(seed), seed));
}
