using Simulator.Kernel.Compilation;
using Simulator.Scenarios;

namespace Simulator.Tests.Scenarios;

public sealed class ShippedScenariosTests
{
    public static TheoryData<string> Files =>
        [.. ShippedScenarios.Files.Select(file => Path.GetRelativePath(ShippedScenarios.Repository, file))];

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Files))]
    public void Every_variant_of_a_shipped_scenario_loads_without_a_problem_and_compiles(string file)
    {
        string path = Path.Combine(ShippedScenarios.Repository, file);
        var plain = ScenarioLoader.Load(path);
        foreach (string variant in plain.Variants.Prepend("base"))
        {
            var result = ScenarioLoader.Load(path, new LoadOptions { Variant = variant });
            Assert.True(result.Problems.Count == 0, string.Join("\n", result.Problems));
            Assert.Equal(variant, result.Model!.Variant);
            Assert.NotEmpty(ModelCompiler.Compile(result.Model).Bodies);
        }
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Files))]
    public void A_resolved_scenario_reads_back_as_itself(string file)
    {
        string path = Path.Combine(ShippedScenarios.Repository, file);
        foreach (string variant in ScenarioLoader.Load(path).Variants.Prepend("base"))
        {
            var first = ScenarioLoader.Load(path, new LoadOptions { Variant = variant });
            var second = ScenarioLoader.LoadText(first.Resolved!, "resolved.yaml");
            Assert.True(second.Problems.Count == 0, string.Join("\n", second.Problems));
            Assert.Equal(ModelText.Of(first.Model!), ModelText.Of(second.Model!));
            Assert.Equal(first.Seed, second.Seed);
            Assert.Equal(first.Resolved, second.Resolved);
        }
    }
}
