using Simulator.Kernel.Compilation;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Time;
using Simulator.Tests.Kernel.Checkers;
using Simulator.Tests.Kernel.Models;

namespace Simulator.Tests.Kernel.Hosts;

/// <summary>An organisation that changes in the middle of a run is the same on every host, and loses nothing.</summary>
public sealed class ReformHostTests
{
    public static TheoryData<int> Seeds => [.. MadeUp.Seeds(60)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_reform_in_a_run_is_the_same_on_one_thread_on_all_however_cut_and_body_by_body(int seed) =>
        EveryHost.PlaysTheSame(ModelCompiler.Compile(GeneratedReform.Of(seed)), seed);

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_run_until_a_moment_is_the_beginning_of_a_longer_one(int seed)
    {
        var model = ModelCompiler.Compile(GeneratedReform.Of(seed));
        var options = new RunOptions { Seed = (ulong)seed };
        var whole = Played.Of(model, options);
        foreach (var until in new[] { 0, 3000, 9000 })
        {
            var part = Played.Of(model, options with { Until = new Tick(until) });
            var prefix = whole.Entries.TakeWhile(entry => entry.Tick <= until).ToArray();
            Journals.AreSame(part, prefix, default(Digest).With(prefix), $"seed {seed} until {until}");
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_law_that_is_kept_elsewhere_is_kept_through_a_reform(int seed)
    {
        var played = Played.Of(GeneratedReform.Of(seed), new RunOptions { Seed = (ulong)seed });
        Audit.Passes(new Evidence(played), $"seed {seed}");
    }

    [Fact]
    public void The_generated_reforms_use_all_that_a_dissolved_body_does()
    {
        var entries = MadeUp.Seeds(60)
            .SelectMany(seed => Played.Of(GeneratedReform.Of(seed), new RunOptions { Seed = (ulong)seed }).Entries)
            .ToArray();
        Assert.All([1, 3, 4], stood => Assert.Contains(
            entries, entry => entry.Kind == EntryKind.HandedOver && entry.What == stood));
        Assert.Contains(entries, entry => entry is { Kind: EntryKind.HandedOver, Item: 1 });
        PaperClass[] sentOn = [PaperClass.Report, PaperClass.Reminder, PaperClass.Inspection];
        Assert.All(sentOn, paper => Assert.Contains(
            entries, entry => entry.Kind == EntryKind.SentOn && entry.What == (byte)paper));
    }
}
