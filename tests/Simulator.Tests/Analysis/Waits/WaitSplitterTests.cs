using Simulator.Analysis.Traces;
using Simulator.Analysis.Waits;
using Simulator.Kernel.Engine;
using Simulator.Tests.Kernel.Models;
using Simulator.Tests.Shipped;

namespace Simulator.Tests.Analysis.Waits;

/// <summary>Every minute between an entry and its cause has a reason, and only one.</summary>
public sealed class WaitSplitterTests
{
    public static TheoryData<string> Names => ShippedRun.Names;

    public static TheoryData<int> Seeds => [.. MadeUp.Seeds(60)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_reasons_of_each_leg_of_a_shipped_scenario_add_up_to_its_minutes(string name) =>
        Passes(ShippedRun.Base(name), name);

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_reasons_of_each_leg_of_a_generated_model_add_up_to_its_minutes(int seed)
    {
        var model = seed % 2 == 0 ? GeneratedModel.Of(seed) : GeneratedInterventions.In(GeneratedModel.Of(seed), seed);
        Passes(Played.Of(model, new RunOptions { Seed = (ulong)seed }), $"seed {seed}");
    }

    private static void Passes(Played played, string about)
    {
        var trace = new RunTrace(played.Model, [.. played.Entries]);
        var wrong = SplitChecker.Wrong(trace, new WaitSplitter(trace).Split);
        Assert.True(wrong.Count == 0, $"{about}: {string.Join(Environment.NewLine, wrong.Take(5))}");
    }
}
