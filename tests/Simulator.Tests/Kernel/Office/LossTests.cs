using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Organisation;
using Simulator.Tests.Kernel.Models;

namespace Simulator.Tests.Kernel.Office;

public sealed class LossTests
{
    [Fact]
    public void A_lost_paper_leaves_an_entry_that_names_its_addressee()
    {
        var model = Sketch.Model(
            [Sketch.Kind("level-0"), Sketch.Kind("level-1")], Sketch.Tree(1, 20), Sketch.Directive("d", "b/0"));
        model = model with { Channels = [.. model.Channels.Select(AlwaysLosing)] };
        var lost = Played.Of(model).By("b/0", EntryKind.Lost).ToList();
        Assert.Equal(
            model.Bodies.Skip(1).Select(body => Hash64.Of(body.Id) >> 16).Order(),
            lost.Select(entry => ((ulong)entry.A << 24) | (uint)entry.B).Order());
        Assert.All(lost, entry => Assert.Equal((byte)PaperClass.Directive, entry.What));
    }

    private static Channel AlwaysLosing(Channel channel) => channel with { Loss = 1 };
}
