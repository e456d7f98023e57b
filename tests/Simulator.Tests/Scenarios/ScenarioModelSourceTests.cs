using Simulator.Kernel.Compilation;
using Simulator.Scenarios;
using Simulator.Tests.Shipped;

namespace Simulator.Tests.Scenarios;

public sealed class ScenarioModelSourceTests
{
    public static TheoryData<string, string> NamesAndVariants => ShippedRun.NamesAndVariants;

    [Theory]
    [MemberData(nameof(NamesAndVariants))]
    public void The_resolved_text_gives_the_same_model_as_the_files(string name, string variant)
    {
        var text = ShippedRun.Load(name, variant).Resolved!;
        Assert.Equal(ShippedRun.Model(name, variant).Hash, new ScenarioModelSource().Load(text).Hash);
    }

    [Fact]
    public void What_is_wrong_with_a_text_is_told_with_its_place()
    {
        var text = ShippedRun.Load("bac-kan-570").Resolved!.Replace("until: ", "until: soon # ", StringComparison.Ordinal);
        var refused = Assert.Throws<ModelException>(() => new ScenarioModelSource().Load(text));
        Assert.StartsWith("scenario.yaml:", refused.Message, StringComparison.Ordinal);
        Assert.Contains(": error: ", refused.Message, StringComparison.Ordinal);
        Assert.Contains("'soon'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_scenario_that_is_larger_than_people_write_is_read()
    {
        var text = ShippedRun.Load("bac-kan-570").Resolved! + "# " + new string('-', 5_000_000) + "\n";
        Assert.NotEmpty(new ScenarioModelSource().Load(text).Bodies);
    }
}
