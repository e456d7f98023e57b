using Simulator.Kernel.Compilation;
using Simulator.Kernel.Engine;
using Simulator.Tests.Kernel.Models;

namespace Simulator.Tests.Kernel.Hosts;

public sealed class SameOnEveryHostTests
{
    private static readonly (int Regions, int Threads)[] Cuts =
        [(1, 1), (2, 1), (3, 2), (7, 1), (7, Environment.ProcessorCount), (1000, 1)];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 60)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_journal_is_the_same_on_one_thread_on_all_however_cut_and_body_by_body(int seed)
    {
        var model = ModelCompiler.Compile(GeneratedModel.Of(seed));
        var options = new RunOptions { Seed = (ulong)seed };
        var expected = Played.Of(model, options);
        var again = Played.Of(model, options);
        Journals.AreSame(expected, again.Entries, again.Digest, $"seed {seed}, run twice");
        foreach (var (regions, threads) in Cuts)
        {
            var played = Played.Of(
                model, options with { Regions = regions, Threads = threads, ParallelFrom = 0 });
            var about = $"seed {seed}, {regions} regions on {threads} threads";
            Journals.AreSame(expected, played.Entries, played.Digest, about);
        }

        var alone = BodyAloneHost.Run(model, options);
        Journals.AreSame(expected, alone.Entries, alone.Digest, $"seed {seed}, each body alone");
    }

    [Fact]
    public void The_generated_models_use_all_that_the_kernel_does()
    {
        var seen = Enumerable.Range(1, 60)
            .SelectMany(seed => Played.Of(GeneratedModel.Of(seed), new RunOptions { Seed = (ulong)seed }).Entries)
            .ToLookup(entry => (entry.Kind, entry.Step));
        Assert.All(
            Enum.GetValues<Simulator.Kernel.Journal.EntryKind>().Skip(1).Except(InterventionHostTests.ByDirector),
            kind => Assert.Contains(seen, group => group.Key.Kind == kind));
        Assert.All(
            Enum.GetValues<Simulator.Kernel.Office.Step>().Skip(1),
            step => Assert.Contains(seen, group => group.Key.Step == step));
    }
}
