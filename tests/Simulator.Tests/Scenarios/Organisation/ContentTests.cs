using Simulator.Kernel.Compilation;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;
using Simulator.Scenarios;

namespace Simulator.Tests.Scenarios.Organisation;

/// <summary>Content in scenario files: what a kind makes of it, and how assignments are worded.</summary>
public sealed class ContentTests
{
    private static readonly string[] All =
    [
        "kinds.committee.relay=copied-text",
        "kinds.committee.content.loses=10%",
        "kinds.committee.content.fades=0.05",
        "kinds.committee.content.distorts=2%",
        "kinds.committee.content.adds=50%",
        "kinds.committee.content.concretises=30%",
        "kinds.committee.content.loses-attachment=7%",
        "kinds.committee.content.vague-done=60%",
        "directives.order.assignments.plans.strength=80%",
        "directives.order.assignments.plans.vague=true",
        "directives.order.assignments.plans.added-by=city",
    ];

    [Fact]
    public void All_keys_are_read_can_be_set_and_survive_in_the_resolved_text()
    {
        var first = Sample.Sound(Sample.Set(All));
        Check(first.Model!);
        var second = Sample.Sound(ScenarioLoader.LoadText(first.Resolved!, "resolved.yaml"));
        Check(second.Model!);
        Assert.Equal(ModelCompiler.Compile(first.Model!).Hash, ModelCompiler.Compile(second.Model!).Hash);
    }

    [Fact]
    public void Where_nothing_is_said_there_is_no_rule_and_nothing_is_followed()
    {
        var model = Sample.Sound(Sample.Load(Sample.Scenario)).Model!;
        Assert.All(model.Kinds, kind => Assert.Null(kind.Content));
        Assert.False(ModelCompiler.Compile(model).FollowsContent);
    }

    [Fact]
    public void What_a_rule_leaves_out_is_faithful()
    {
        var model = Sample.Sound(Sample.Set("kinds.committee.content.loses=10%")).Model!;
        Assert.Equal(ContentRule.Faithful with { Loses = 0.1 }, Committee(model).Content);
    }

    [Fact]
    public void The_content_of_a_kind_that_nobody_has_is_not_followed()
    {
        var model = Sample.Sound(Sample.With(
            "bodies:\n", "kinds: { spare: { like: committee, content: { loses: 10% } } }\nbodies:\n")).Model!;
        Assert.False(ModelCompiler.Compile(model).FollowsContent);
    }

    private static void Check(Model model)
    {
        Assert.Equal(RelayForm.CopiedText, Committee(model).Relay);
        var expected = new ContentRule
        {
            Loses = 0.1,
            Fades = 0.05,
            Distorts = 0.02,
            Adds = 0.5,
            Concretises = 0.3,
            LosesAttachment = 0.07,
            VagueDone = 0.6,
        };
        Assert.Equal(expected, Committee(model).Content);
        var plans = model.Directives[0].Assignments[0];
        Assert.Equal((0.8, true, "city"), (plans.Strength, plans.IsVague, plans.AddedBy.Single().Named));
    }

    private static BodyKind Committee(Model model) => model.Kinds.Single(kind => kind.Id == "committee");
}
