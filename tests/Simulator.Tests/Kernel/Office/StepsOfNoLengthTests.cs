using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;
using Simulator.Tests.Kernel.Models;

namespace Simulator.Tests.Kernel.Office;

public sealed class StepsOfNoLengthTests
{
    [Theory]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(1000)]
    public void As_many_reports_as_like_are_registered_at_one_moment_if_it_takes_no_time(int bodies)
    {
        var clerk = Sketch.Takes(Step.RegisterReport, Post.Clerk, 0);
        var model = Sketch.Model(
            [Sketch.Kind("level-0", clerk), Sketch.Kind("level-1")],
            Sketch.Tree(1, bodies),
            Sketch.Directive("d", "b/0"));
        var closed = Assert.Single(Played.Of(model).By("b/0", EntryKind.Closed));
        Assert.Equal((2, bodies), (closed.Tick, closed.A));
    }

    [Fact]
    public void As_many_directives_as_like_go_through_an_office_that_takes_no_time()
    {
        IReadOnlyList<StepRule> steps =
        [
            Sketch.Takes(Step.Register, Post.Clerk, 0), Sketch.Takes(Step.Assign, Post.Leadership, 0),
            Sketch.Takes(Step.CarryOut, Post.Staff, 0), Sketch.Takes(Step.IssueReport, Post.Clerk, 0),
        ];
        var model = Sketch.Model(
            [Sketch.Kind("level-0"), Sketch.Kind("level-1", steps)],
            Sketch.Chain(2),
            [
                .. Enumerable.Range(0, 300)
                    .Select(place => Sketch.Directive($"d/{place}", "b/0", Sketch.Duty("a", 0))),
            ]);
        var closed = Played.Of(model).By("b/0", EntryKind.Closed).ToList();
        Assert.Equal(300, closed.Count);
        Assert.All(closed, entry => Assert.Equal(2, entry.Tick));
    }
}
