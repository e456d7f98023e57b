using Simulator.Kernel.Conduct;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;
using Simulator.Tests.Kernel.Models;

namespace Simulator.Tests.Laws;

/// <summary>Turning to the level above, without chance and to the minute.</summary>
public sealed class EscalationLaws
{
    /// <summary>
    /// A chain of four with a minute between each two: issued at the third at 2, followed up at 102 and 152, the level
    /// above told at 182. Written by 202, there at 203, registered by 210, the reminder written by 220, there at 221,
    /// registered by 224.
    /// </summary>
    [Fact]
    public void Who_is_silent_is_reminded_by_the_level_above_when_all_steps_and_ways_have_been_gone()
    {
        var played = Play(levels: 1);
        Assert.Equal((182, 0, 0), Said(Assert.Single(played.By("b/2", EntryKind.Escalated))));
        Assert.Equal(203, Assert.Single(Letters(played, "b/1", PaperClass.Escalation)).Tick);
        Assert.Equal([113, 163, 221], Letters(played, "b/3", PaperClass.Reminder).Select(entry => entry.Tick));
        Assert.Equal(224, Assert.Single(played.By("b/3", EntryKind.Resumed)).Tick);
        Assert.Empty(Letters(played, "b/0", PaperClass.Escalation));
    }

    /// <summary>Staff above has the reminder to write first, 210 to 220, then what it passes on, 220 to 240.</summary>
    [Fact]
    public void Two_levels_up_it_is_passed_on_and_both_levels_remind()
    {
        var played = Play(levels: 2);
        Assert.Equal((210, 0, 2), Said(Assert.Single(played.By("b/1", EntryKind.Escalated))));
        Assert.Equal(241, Assert.Single(Letters(played, "b/0", PaperClass.Escalation)).Tick);
        Assert.Equal([113, 163, 221, 259], Letters(played, "b/3", PaperClass.Reminder).Select(entry => entry.Tick));
        Assert.Equal(224, Assert.Single(played.By("b/3", EntryKind.Resumed)).Tick);
    }

    [Fact]
    public void Nobody_turns_to_the_level_above_about_who_has_reported_or_before_the_reminders_are_through()
    {
        Assert.Empty(Play(levels: 1, conduct: new ConductRule()).By("b/2", EntryKind.Escalated));
        Assert.Empty(Play(levels: 1, conduct: new ConductRule { Stall = 1 }).By("b/2", EntryKind.Escalated));
    }

    [Fact]
    public void Who_does_not_heed_those_above_either_goes_on_lying() =>
        Assert.Empty(Play(levels: 2, conduct: Deaf with { HeedsFromAbove = 0 }).By("b/3", EntryKind.Resumed));

    [Fact]
    public void The_issuer_of_a_directive_has_nobody_above_to_turn_to()
    {
        var played = Play(levels: 1, by: "level-0", conduct: Deaf);
        Assert.Equal(2, played.By("b/0", EntryKind.FollowedUp).Count());
        Assert.Empty(played.By("b/0", EntryKind.Escalated));
    }

    private static ConductRule Deaf => new() { Stall = 1, Heeds = 0 };

    private static (int Tick, int A, int B) Said(Entry entry) => (entry.Tick, entry.A, entry.B);

    private static IEnumerable<Entry> Letters(Played played, string body, PaperClass paper) =>
        played.By(body, EntryKind.Arrived).Where(entry => entry.What == (byte)paper);

    private static Played Play(int levels, ConductRule? conduct = null, string by = "level-2") => Played.Of(
        Sketch.Model(
            [
                .. Enumerable.Range(0, 4).Select(level => Sketch.Kind(
                    $"level-{level}",
                    Sketch.Takes(Step.Remind, Post.Staff, 10),
                    Sketch.Takes(Step.RegisterReminder, Post.Clerk, 3),
                    Sketch.Takes(Step.Escalate, Post.Staff, 20),
                    Sketch.Takes(Step.RegisterEscalation, Post.Clerk, 7)) with
                {
                    Conduct = level == 3 ? conduct ?? Deaf : new ConductRule(),
                    FollowUp = by == $"level-{level}" ? Rule(levels) : null,
                }),
            ],
            Sketch.Chain(4),
            Sketch.Directive("d", "b/0", Sketch.Duty("a", 10) with { By = [new Selector { Level = "level-3" }] })),
        new RunOptions { Seed = 1 });

    private static FollowUpRule Rule(int levels) => new()
    {
        AfterIssue = new(100),
        Again = new TickSpan(50),
        AtMost = 2,
        Escalate = new EscalationRule { AfterReminders = 2, After = new(30), Levels = levels },
    };
}
