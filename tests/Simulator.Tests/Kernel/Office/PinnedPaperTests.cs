using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;
using Simulator.Tests.Kernel.Models;

namespace Simulator.Tests.Kernel.Office;

public sealed class PinnedPaperTests
{
    [Theory]
    [InlineData(10)]
    [InlineData(400)]
    public void A_pinned_relay_is_issued_once_whether_the_paper_has_been_handled_by_then_or_not(int at)
    {
        var played = Played.Of(Pinned(at, 100));
        var issued = Assert.Single(played.By("b/1", EntryKind.Issued));
        Assert.Equal(at, issued.Tick);
        var arrived = Assert.Single(played.By("b/2", EntryKind.Arrived));
        Assert.Equal(at + 1, arrived.Tick);
        Assert.Equal(2, Assert.Single(played.By("b/0", EntryKind.Closed)).A);
    }

    [Fact]
    public void A_cut_off_that_passes_before_the_pinned_body_has_registered_its_paper_closes_nothing_yet()
    {
        var model = Pinned(10, 5000);
        model = model with
        {
            Directives =
            [
                model.Directives[0] with
                {
                    CutOffAfter = new Dictionary<string, TickSpan> { ["level-1"] = new(1000) },
                },
            ],
        };
        var played = Played.Of(model);
        var registered = played.By("b/1").First(entry => entry.Step == Step.Register);
        var closed = Assert.Single(played.By("b/1", EntryKind.Closed));
        Assert.Equal(registered.Tick, closed.Tick);
        Assert.Equal(1, closed.Item);
        Assert.Equal(1, closed.A);
    }

    private static Model Pinned(int at, double register) => Sketch.Model(
        [
            Sketch.Kind("level-0"),
            Sketch.Kind("level-1", Sketch.Takes(Step.Register, Post.Clerk, register)),
            Sketch.Kind("level-2", Sketch.Takes(Step.Register, Post.Clerk, register)),
        ],
        Sketch.Chain(3),
        Sketch.Directive("d", "b/0", Sketch.Duty("a", 5))) with
    {
        Pinned = [new PinnedPaper("d", "b/1", new Tick(at))],
    };
}
