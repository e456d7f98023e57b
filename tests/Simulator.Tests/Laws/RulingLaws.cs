using Simulator.Kernel.Chance;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Conduct;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;
using Simulator.Tests.Kernel.Checkers;
using Simulator.Tests.Kernel.Models;

namespace Simulator.Tests.Laws;

/// <summary>
/// Waiting for a ruling, where nothing is left to chance. <c>far</c>, of the party's line and one body further up, asks the
/// office for the one at minute 10, <c>near</c> for the other at minute 20; <c>top</c> stands above both. A paper travels a
/// minute, so the two meet at 21. The question is written in 7 minutes (28), comes at 29, is registered in 5 and decided on
/// in 11 (45), comes back at 46, and is registered in 3: the ruling holds from minute 49.
/// </summary>
public sealed class RulingLaws
{
    private const int Ruled = 49;

    [Theory]
    [InlineData(null, "near")]
    [InlineData(ConflictChoice.Newest, "near")]
    [InlineData(ConflictChoice.Nearer, "near")]
    [InlineData(ConflictChoice.First, "far")]
    [InlineData(ConflictChoice.Line, "far")]
    public void Neither_is_begun_before_the_ruling_and_only_the_one_after_it(ConflictChoice? choice, string obeyed)
    {
        var played = Played.Of(Model(choice, isBusy: true));
        Assert.Equal(28, Assert.Single(played.By("office", EntryKind.RulingAsked)).Tick);
        Assert.Equal(45, Assert.Single(played.By("top", EntryKind.Ruled)).Tick);
        Assert.Equal([Ruled, Ruled], played.By("office", EntryKind.RulingTaken).Select(entry => entry.Tick));
        var gave = Assert.Single(played.By("office", EntryKind.GaveWay));
        Assert.Equal((obeyed == "near" ? Of("far") : Of("near"), Ruled), (gave.Root, gave.Tick));
        Assert.Equal([(Of("busy"), 1001), (Of(obeyed), 1101)], Done(played));
        var closed = Assert.Single(played.By("office", EntryKind.Closed), entry => entry.Root == gave.Root);
        Assert.Equal((Ruled, 1, 0), (closed.Tick, closed.A, closed.B));
        Audit.Passes(new Evidence(played), $"{choice}");
    }

    /// <summary>What somebody has in hand when the two meet is finished; the ruling is about the other one.</summary>
    [Theory]
    [InlineData(ConflictChoice.Newest, 211)]
    [InlineData(ConflictChoice.First, -1)]
    public void What_is_in_hand_is_finished(ConflictChoice choice, int near)
    {
        var played = Played.Of(Model(choice, isBusy: false));
        Assert.Equal(near < 0 ? [(Of("far"), 111)] : new[] { (Of("far"), 111), (Of("near"), near) }, Done(played));
        Assert.Equal(Ruled, Assert.Single(played.By("office", EntryKind.RulingTaken)).Tick);
        Assert.Equal(near < 0 ? 1 : 0, played.By("office", EntryKind.GaveWay).Count());
        Audit.Passes(new Evidence(played), $"{choice}, in hand");
    }

    /// <summary>With nothing else to do the chosen one begins at the very minute of the ruling.</summary>
    [Fact]
    public void The_chosen_one_begins_with_the_ruling()
    {
        var model = Model(ConflictChoice.First, isBusy: true);
        var played = Played.Of(model with
        {
            Directives =
            [
                .. model.Directives.Select(each => each.Id != "busy" ? each
                    : each with { Assignments = [Sketch.Duty("busy", 29)] }),
            ],
        });
        Assert.Equal([(Of("busy"), 30), (Of("far"), Ruled + 100)], Done(played));
        Audit.Passes(new Evidence(played), "at once");
    }

    /// <summary>The nearer of the two senders rules where no body stands above both: it is the office's own superior.</summary>
    [Fact]
    public void Without_a_common_superior_the_body_s_own_superior_rules()
    {
        var played = Played.Of(Model(ConflictChoice.Nearer, isBusy: true, hasTop: false));
        Assert.Equal(45, Assert.Single(played.By("near", EntryKind.Ruled)).Tick);
        Assert.Equal([(Of("busy"), 1001), (Of("near"), 1101)], Done(played));
        Audit.Passes(new Evidence(played), "no common superior");
    }

    /// <summary>Reminders come from minute 25 on, every two minutes, before, during and after the wait.</summary>
    [Fact]
    public void A_reminder_gets_nothing_going_that_waits_for_a_ruling()
    {
        var model = Model(ConflictChoice.First, isBusy: true);
        var played = Played.Of(model with
        {
            Kinds = [.. model.Kinds.Select(kind => kind with { FollowUp = new FollowUpRule
            {
                AfterIssue = new TickSpan(5), Again = new TickSpan(2), AtMost = 20, InspectAfter = new TickSpan(12),
            }, })],
        });
        Assert.Contains(
            played.By("office", EntryKind.Arrived),
            entry => entry.What == (byte)PaperClass.Reminder && entry.Tick < Ruled);
        Assert.Contains(played.By("office", EntryKind.Inspected), entry => entry.Tick < Ruled);
        Assert.Equal([(Of("busy"), 1001), (Of("far"), 1101)], Done(played));
        Audit.Passes(new Evidence(played), "reminded");
    }

    /// <summary>Nobody asks twice: a question that is lost leaves both lying.</summary>
    [Fact]
    public void Where_the_question_is_lost_both_lie_for_ever()
    {
        var model = Model(ConflictChoice.First, isBusy: true);
        var played = Played.Of(model with
        {
            Channels = [.. model.Channels, new Channel { Id = "void", Delay = Always(1), Loss = 1 }],
            Kinds = [.. model.Kinds.Select(kind => kind.Id == "office" ? kind with { Channel = "void" } : kind)],
        });
        Assert.Equal([(Of("busy"), 1001)], Done(played));
        Assert.Equal(2, played.By("office", EntryKind.RulingAwaited).Count());
        Assert.Empty(played.By("office", EntryKind.GaveWay));
        Audit.Passes(new Evidence(played), "lost");
    }

    [Fact]
    public void Whoever_waits_must_stand_under_somebody()
    {
        var model = Model(ConflictChoice.First, isBusy: true, hasTop: false);
        var refused = Assert.Throws<ModelException>(() => ModelCompiler.Compile(model with
        {
            Kinds = [.. model.Kinds.Select(kind => kind with { OnConflict = new() { Obeys = ConflictChoice.Wait } })],
        }));
        Assert.Equal(
            "'far' is to wait for a ruling where two orders exclude each other, and stands under nobody who could rule.",
            refused.Message);
    }

    private static Distribution Always(double minutes) => Distribution.Constant(minutes);

    private static uint Of(string directive) => Hash64.Upper(directive);

    private static IEnumerable<(uint Root, int Tick)> Done(Played played) => played.By("office", EntryKind.StepEnded)
        .Where(entry => entry.Step == Step.CarryOut).Select(entry => (entry.Root, entry.Tick));

    internal static Model Model(ConflictChoice? rules, bool isBusy, bool hasTop = true)
    {
        var rule = rules is { } choice
            ? new ConflictRule { Obeys = choice, Line = choice == ConflictChoice.Line ? "party" : null }
            : null;
        StepRule[] ruling =
            [Sketch.Takes(Step.RegisterQuestion, Post.Clerk, 5), Sketch.Takes(Step.Decide, Post.Leadership, 11)];
        return Sketch.Model(
            [
                Sketch.Kind("top", ruling) with { RulesFor = rule },
                Sketch.Kind("far") with { Line = "party" },
                Sketch.Kind("middle") with { Line = "party" },
                Sketch.Kind("near", ruling) with { RulesFor = rule },
                Sketch.Kind(
                    "office", Sketch.Takes(Step.Ask, Post.Leadership, 7), Sketch.Takes(Step.RegisterAnswer, Post.Clerk, 3),
                    Sketch.Takes(Step.CarryOut, Post.Staff, 0)) with
                {
                    OnConflict = new ConflictRule { Obeys = ConflictChoice.Wait },
                },
            ],
            [
                Sketch.Body("top", "top"), Sketch.Body("far", "far", hasTop ? "top" : null),
                Sketch.Body("middle", "middle", "far"), Sketch.Body("near", "near", hasTop ? "top" : null),
                Sketch.Body("office", "office", "near") with { Under = [new(Sketch.State, "near"), new("party", "middle")] },
            ],
            [
                .. isBusy ? [Order("busy", "far", 0, 1000)] : Array.Empty<Directive>(),
                Order("far", "far", 10, 100),
                Order("near", "near", 20, 100, new AssignmentReference("far", "far")),
            ]) with
        {
            Lines = [Sketch.State, "party"],
        };
    }

    private static Directive Order(string id, string from, int at, int takes, params AssignmentReference[] conflicts) =>
        Sketch.Directive(id, from, Sketch.Duty(id, takes) with { ConflictsWith = conflicts }) with
        {
            Issued = new Tick(at),
            To = [new Selector { Named = "office" }],
        };
}
