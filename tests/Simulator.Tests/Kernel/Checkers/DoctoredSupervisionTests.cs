using Simulator.Kernel.Conduct;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;
using Simulator.Tests.Kernel.Models;

namespace Simulator.Tests.Kernel.Checkers;

/// <summary>Laws of supervision that somebody has broken.</summary>
public sealed class DoctoredSupervisionTests
{
    private static readonly Evidence Honest = new(Played.Of(Supervised(), new RunOptions { Seed = 21 }));

    [Fact]
    public void A_journal_of_all_of_it_keeps_every_law() => Audit.Passes(Honest, "all of supervision");

    [Fact]
    public void A_sanction_that_is_harder_than_its_turn_is_seen() => Complains<SanctionChecker>(
        entry => entry is { Kind: EntryKind.Sanctioned, What: 1 },
        entry => entry with { Value = Entry.Pack(3, entry.Item, (uint)entry.A, (uint)entry.B) });

    [Fact]
    public void A_sanction_that_stays_as_mild_as_the_one_before_is_seen() => Complains<SanctionChecker>(
        entry => entry is { Kind: EntryKind.Sanctioned, What: 2 },
        entry => entry with { Value = Entry.Pack(1, entry.Item, (uint)entry.A, (uint)entry.B) });

    [Fact]
    public void Inspecting_at_random_whom_no_draw_has_chosen_is_seen()
    {
        Assert.Empty(new FollowUpChecker().Complaints(Honest));
        var visits = Enumerable.Range(0, 4).Count(place => Sees<FollowUpChecker>(
            entry => entry.Step == Step.Inspect && entry.A != place,
            entry => entry with { Value = Entry.Pack(entry.What, entry.Item, (uint)place, (uint)entry.B) }));
        Assert.NotEqual(0, visits);
    }

    [Fact]
    public void Turning_to_the_level_above_too_early_is_seen() => Complains<EscalationChecker>(
        entry => entry is { Kind: EntryKind.Escalated, What: 0 }, entry => entry with { Tick = entry.Tick - 1 });

    [Fact]
    public void An_escalation_that_goes_past_the_superior_is_seen() => Complains<EscalationChecker>(
        entry => entry is { Kind: EntryKind.Arrived, What: (byte)PaperClass.Escalation },
        entry => entry with { Body = Honest.Model.FactsOf(Honest.Model.Bodies.Count - 1).Hash });

    [Fact]
    public void Passing_on_what_nobody_asked_to_be_passed_on_is_seen() => Complains<EscalationChecker>(
        entry => entry is { Kind: EntryKind.Escalated, What: 1 }, entry => entry with { CauseSequence = 1 });

    [Fact]
    public void A_reminder_from_above_to_another_than_who_is_silent_is_seen() => Complains<CauseChecker>(
        entry => entry is { Kind: EntryKind.Arrived, What: (byte)PaperClass.Reminder, B: 1 },
        entry => entry with { Body = Honest.Model.FactsOf(0).Hash });

    private static void Complains<TChecker>(Func<Entry, bool> sort, Func<Entry, Entry> change)
        where TChecker : IChecker, new()
    {
        Assert.Empty(new TChecker().Complaints(Honest));
        Assert.True(Sees<TChecker>(sort, change), "Nothing was seen.");
    }

    private static bool Sees<TChecker>(Func<Entry, bool> sort, Func<Entry, Entry> change)
        where TChecker : IChecker, new()
    {
        var entries = Honest.Entries.ToArray();
        var place = Array.FindIndex(entries, entry => sort(entry));
        Assert.True(place >= 0, "The journal has no such entry.");
        entries[place] = change(entries[place]);
        return new TChecker().Complaints(new Evidence(Honest.Model, Honest.Chance, Honest.Until, entries)).Any();
    }

    private static Model Supervised() => Sketch.Model(
        [
            .. Enumerable.Range(0, 4).Select(level => Sketch.Kind(
                $"level-{level}",
                Sketch.Takes(Step.Register, Post.Clerk, 5),
                Sketch.Takes(Step.CarryOut, null, 0),
                Sketch.Takes(Step.Remind, Post.Staff, 10),
                Sketch.Takes(Step.RegisterReminder, Post.Clerk, 3),
                Sketch.Takes(Step.Inspect, Post.Staff, 15),
                Sketch.Takes(Step.Escalate, Post.Staff, 20),
                Sketch.Takes(Step.RegisterEscalation, Post.Clerk, 7)) with
            {
                Conduct = level < 3 ? new ConductRule() : new ConductRule { Stall = 0.5, Ignore = 0.3, Heeds = 0.2, HeedsFromAbove = 0.6 },
                FollowUp = level == 2 ? Rule : null,
            }),
        ],
        Sketch.Tree(3, 4),
        [
            .. Enumerable.Range(0, 4).Select(place =>
                Sketch.Directive($"d/{place}", "b/0", Sketch.Duty("a", 10) with { By = [new Selector { Level = "level-3" }] }) with
                {
                    Issued = new Tick(5000 * place),
                }),
        ]);

    private static FollowUpRule Rule => new()
    {
        AfterIssue = new(100),
        Again = new TickSpan(200),
        AtMost = 3,
        InspectAfter = new(3000),
        InspectsShare = 0.5,
        Sanctions = true,
        SanctionsRise = true,
        Escalate = new EscalationRule { AfterReminders = 2, After = new(150), Levels = 2 },
    };
}
