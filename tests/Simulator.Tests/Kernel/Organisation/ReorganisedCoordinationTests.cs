using Simulator.Kernel.Compilation;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Organisation;
using Simulator.Tests.Kernel.Models;

namespace Simulator.Tests.Kernel.Organisation;

/// <summary>Who collects reports and who gets copies where those who did are dissolved.</summary>
public sealed class ReorganisedCoordinationTests
{
    [Theory]
    [InlineData("office/1", "office/2", "office/2")]
    [InlineData("office/1", "commune/1", "commune/1")]
    [InlineData("office/1", "district", null)]
    [InlineData("office/1", "province", null)]
    [InlineData("office/2", "office/1", "office/1")]
    public void Whoever_has_a_collectors_duties_collects_unless_it_is_the_issuer_or_above_it(
        string merged, string into, string? collector)
    {
        var model = Merged(Declared, merged, into);
        Assert.Equal(collector, CollectorOf(model));
        if (collector is not null)
        {
            Assert.NotEqual(0U, model.OwnAssignments(0, IndexOf(model, collector)));
        }
    }

    [Fact]
    public void A_collector_whose_tier_is_taken_out_leaves_reports_to_the_issuer()
    {
        var tier = new TierRemoval { Bodies = new Selector { Kind = "office" }, Staff = HeadsRule.Lost };
        Assert.Equal("office/1", CollectorOf(ModelCompiler.Compile(Declared)));
        Assert.Null(CollectorOf(ModelCompiler.Compile(Reorganisation.Of(Declared, tier).Model)));
    }

    [Fact]
    public void Copies_go_to_the_heirs_and_a_dissolved_body_sends_none()
    {
        var copies = Declared with
        {
            Directives =
            [
                Declared.Directives[0] with
                {
                    CollectedBy = new Dictionary<string, IReadOnlyList<Selector>>(),
                    Copies =
                    [
                        new CopyRule([], [new Selector { Named = "office/1" }]),
                        new CopyRule([new Selector { Named = "district" }], [new Selector { Named = "office/3" }]),
                    ],
                },
            ],
        };
        Assert.Equal(["district > office/3", "province > office/1"], CopiesOf(ModelCompiler.Compile(copies)));
        Assert.Equal(["district > office/3", "province > office/2"], CopiesOf(Merged(copies, "office/1", "office/2")));
        Assert.Equal(["province > office/1"], CopiesOf(Merged(copies, "district", "district/2")));
    }

    private static Model Declared { get; } = Sketch.Model(
        [
            Sketch.Kind("province"),
            Sketch.Kind("district") with { RelaysTo = [new Selector { Kind = "commune" }] },
            Sketch.Kind("commune"),
            Sketch.Kind("office") with { Level = "commune" },
        ],
        [
            Sketch.Body("province", "province"),
            Sketch.Body("district", "district", "province"),
            Sketch.Body("district/2", "district", "province"),
            Sketch.Body("commune/1", "commune", "district"),
            Sketch.Body("commune/2", "commune", "district"),
            Sketch.Body("office/1", "office", "district"),
            Sketch.Body("office/2", "office", "district"),
            Sketch.Body("office/3", "office", "district"),
        ],
        Sketch.Directive("d/1", "province", Sketch.Duty("a", 10) with { By = [new Selector { Named = "office/1" }] }) with
        {
            To = [new Selector { Kind = "district" }],
            CollectedBy = new Dictionary<string, IReadOnlyList<Selector>> { ["district"] = [new Selector { Named = "office/1" }] },
        });

    private static CompiledModel Merged(Model model, string merged, string into) => ModelCompiler.Compile(
        Reorganisation.Of(model, new Merger { Bodies = [new Selector { Named = merged }], Into = into }).Model);

    private static string? CollectorOf(CompiledModel model) =>
        model.Directives[0].Collecting is { } collecting
            ? model.Bodies[collecting.CollectorOf(IndexOf(model, "district"))].Id
            : null;

    private static IEnumerable<string> CopiesOf(CompiledModel model) =>
        (model.Directives[0].Copies ?? new Dictionary<int, int[]>())
            .SelectMany(each => each.Value.Select(to => $"{model.Bodies[each.Key].Id} > {model.Bodies[to].Id}"))
            .Order(StringComparer.Ordinal);

    private static int IndexOf(CompiledModel model, string id) => model.IndexOf(Hash64.Of(id));
}
