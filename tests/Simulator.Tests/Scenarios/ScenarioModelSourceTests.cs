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

    [Fact]
    public void What_is_brought_in_without_a_time_begins_at_the_tick_that_is_given()
    {
        var live = Injected("{ id: urged, remind: { by: [city] } }");
        var named = Named("{ id: urged, at: 1500m, remind: { by: [city] } }");
        var source = new ScenarioModelSource();
        Assert.Equal(source.Load(named).Hash, source.Load(live).Hash);
        Assert.Equal(1500, Assert.Single(source.Load(live).Interventions).Source.At!.Value.Value);
    }

    [Fact]
    public void A_condition_that_is_brought_in_is_looked_at_from_the_tick_that_is_given()
    {
        var live = Injected("{ id: urged, when: registered(level commune) >= 50%, remind: { by: [city] } }");
        Assert.Equal(1500, Assert.Single(new ScenarioModelSource().Load(live).Interventions).Source.From.Value);
    }

    [Fact]
    public void What_is_brought_in_later_stands_beside_what_was_before()
    {
        var source = new ScenarioModelSource();
        var first = Injected("{ id: urged, remind: { by: [city] } }");
        var second = source.Inject(first, File("{ id: again, at: 2d, remind: { by: [city] } }"), 1600);
        Assert.Equal(
            [("again", 2880), ("urged", 1500)],
            source.Load(second).Interventions.Select(each => (each.Source.Id, each.Source.At!.Value.Value)));
    }

    [Theory]
    [InlineData("{ id: urged, at: 1499m, remind: { by: [city] } }", "injects.yaml:4:", "This inject lies in the past")]
    [InlineData("{ id: urged, remind: { by: [citty] } }", "injects.yaml:4:", "Did you mean 'city'?")]
    [InlineData("{ id: urged }", "injects.yaml:4:", "")]
    [InlineData("[", "injects.yaml:", "")]
    public void What_cannot_be_brought_in_is_refused_with_its_place(string inject, string place, string sentence)
    {
        var refused = Assert.Throws<ModelException>(() => Injected(inject));
        Assert.StartsWith(place, refused.Message, StringComparison.Ordinal);
        Assert.Contains(": error: ", refused.Message, StringComparison.Ordinal);
        Assert.Contains(sentence, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
    }

    private static string Injected(string inject) =>
        new ScenarioModelSource().Inject(ShippedRun.Load("bac-kan-570").Resolved!, File(inject), 1500);

    private static string Named(string inject) =>
        new ScenarioModelSource().Inject(ShippedRun.Load("bac-kan-570").Resolved!, File(inject), 0);

    private static string File(string inject) =>
        $"format: 1\nscenario: any.yaml\ninjects:\n  - {inject}\n";
}
