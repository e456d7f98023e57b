using Simulator.Kernel.Compilation;
using Simulator.Kernel.Engine;
using Simulator.Tests.Kernel.Models;

namespace Simulator.Tests.Kernel.Hosts;

public sealed class SameOnEveryHostTests
{
    public static TheoryData<int> Seeds => [.. MadeUp.Seeds(60)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_journal_is_the_same_on_one_thread_on_all_however_cut_and_body_by_body(int seed) =>
        EveryHost.PlaysTheSame(ModelCompiler.Compile(GeneratedModel.Of(seed)), seed);

    [Fact]
    public void The_generated_models_use_all_that_the_kernel_does()
    {
        var seen = MadeUp.Seeds(60)
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
