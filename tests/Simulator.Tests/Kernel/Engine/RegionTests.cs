using Simulator.Kernel.Compilation;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;
using Simulator.Tests.Kernel.Models;

namespace Simulator.Tests.Kernel.Engine;

public sealed class RegionTests
{
    [Fact]
    public void A_region_that_does_not_begin_at_the_first_body_knows_that_it_does_not_hold_it()
    {
        var model = ModelCompiler.Compile(Sketch.Model(
            [Sketch.Kind("level-0"), Sketch.Kind("level-1")], Sketch.Chain(2), Sketch.Directive("d", "b/0")));
        var region = new Region(model, new(1, 0), 1, 1);
        Assert.False(region.Holds(0));
        Assert.True(region.Holds(1));
        Assert.False(region.Holds(2));
    }

    [Fact]
    public void What_is_fetched_ahead_never_lies_behind_a_body_with_many_papers_at_one_tick()
    {
        var model = Sketch.Model(
            [Sketch.Kind("level-0"), Sketch.Kind("level-1", Sketch.Takes(Step.Register, null, 9))],
            Sketch.Tree(1, 3),
            [.. Enumerable.Range(0, 50).Select(place => Sketch.Directive($"d/{place}", "b/0"))]);
        var played = Played.Of(model);
        Assert.Equal(50, played.By("b/3", EntryKind.Arrived).Count());
        Assert.Equal(50, played.By("b/0", EntryKind.Closed).Count());
    }

    [Fact]
    public void The_issue_of_a_root_is_not_taken_for_a_dossier_that_the_body_does_not_have()
    {
        var model = Sketch.Model(
            [Sketch.Kind("level-0")],
            [Sketch.Body("a", "level-0"), Sketch.Body("z", "level-0")],
            [
                .. Enumerable.Range(0, 40).Select(place => Sketch.Directive($"d/{place}", "a")),
                Sketch.Directive("d/40", "z"),
            ]);
        Assert.Single(Played.Of(model).By("z", EntryKind.Issued));
    }
}
