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

    [Fact]
    public void A_question_that_got_through_says_nothing_about_the_prompt_report_that_follows()
    {
        const int bodies = 2000;
        const double loss = 0.3;
        var model = Sketch.Model(
            [Sketch.Kind("level-0"), Sketch.Kind("level-1") with { Channel = "risky" }],
            Sketch.Tree(1, bodies),
            Sketch.Directive("d", "b/0", Sketch.Duty("a", 10) with { NeedsApproval = true, PromptReport = true }));
        model = model with
        {
            Channels = [.. model.Channels, model.Channels[0] with { Id = "risky", Loss = loss }],
        };
        var entries = Played.Of(model).Entries;
        var answered = entries.Count(entry => Is(entry, EntryKind.Arrived, PaperClass.Answer));
        var lost = entries.Count(entry => Is(entry, EntryKind.Lost, PaperClass.PromptReport));
        Assert.InRange(answered, (1 - loss - 0.05) * bodies, (1 - loss + 0.05) * bodies);
        Assert.InRange(lost, (loss - 0.05) * answered, (loss + 0.05) * answered);
    }

    private static bool Is(in Entry entry, EntryKind kind, PaperClass paper) =>
        entry.Kind == kind && entry.What == (byte)paper;

    private static Channel AlwaysLosing(Channel channel) => channel with { Loss = 1 };
}
