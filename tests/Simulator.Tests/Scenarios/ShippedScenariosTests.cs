using Simulator.Kernel.Compilation;
using Simulator.Scenarios;
using Simulator.Tests.Shipped;

namespace Simulator.Tests.Scenarios;

public sealed class ShippedScenariosTests
{
    public static TheoryData<string> Names => ShippedRun.Names;

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Names))]
    public void Every_variant_of_a_shipped_scenario_loads_without_a_problem_and_compiles(string name)
    {
        foreach (string variant in ShippedRun.Load(name).Variants.Prepend("base"))
        {
            var result = ShippedRun.Load(name, variant);
            Assert.True(result.Problems.Count == 0, string.Join("\n", result.Problems));
            Assert.Equal(variant, result.Model!.Variant);
            Assert.NotEmpty(ModelCompiler.Compile(result.Model).Bodies);
        }
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Names))]
    public void A_resolved_scenario_reads_back_as_itself(string name)
    {
        foreach (string variant in ShippedRun.Load(name).Variants.Prepend("base"))
        {
            var first = ShippedRun.Load(name, variant);
            var second = ScenarioLoader.LoadText(first.Resolved!, "resolved.yaml");
            Assert.True(second.Problems.Count == 0, string.Join("\n", second.Problems));
            Assert.Equal(ModelText.Of(first.Model!), ModelText.Of(second.Model!));
            Assert.Equal(first.Seed, second.Seed);
            Assert.Equal(first.Resolved, second.Resolved);
        }
    }
}
