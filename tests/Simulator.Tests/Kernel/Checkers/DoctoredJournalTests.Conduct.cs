using Simulator.Kernel.Conduct;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;

namespace Simulator.Tests.Kernel.Checkers;

/// <summary>Laws of conduct over time that somebody has broken.</summary>
public sealed partial class DoctoredJournalTests
{
    [Fact]
    public void Work_that_begins_again_by_itself_is_seen() => Complains<ResumptionChecker>(
        (_, entry) => entry.Kind == EntryKind.Resumed, entry => [entry with { CauseSequence = 1 }]);

    [Fact]
    public void What_is_ignored_and_done_without_an_inspection_is_seen() => Complains<ResumptionChecker>(
        (evidence, entry) => entry.Kind == EntryKind.Resumed
            && evidence.CauseOf(entry) is { Kind: EntryKind.Inspected },
        _ => []);

    [Fact]
    public void A_relay_that_lies_aside_and_leaves_is_seen() => Complains<ResumptionChecker>(
        (_, entry) => entry is { Kind: EntryKind.Resumed, Item: Entry.NoItem }, _ => []);

    [Fact]
    public void A_reminder_that_is_not_registered_and_works_is_seen() => Complains<ResumptionChecker>(
        (evidence, entry) => entry.Step == Step.RegisterReminder
            && evidence.DossierOf(entry).Any(other =>
                other.Kind == EntryKind.Resumed && other.CauseSequence == entry.Sequence),
        entry => [entry with { Step = Step.RegisterReport }]);

    [Fact]
    public void An_inspection_that_finds_more_than_lay_there_is_seen() => Complains<ResumptionChecker>(
        (_, entry) => entry.Kind == EntryKind.Inspected,
        entry => [entry with { Value = Entry.Pack(entry.What, entry.Item, (uint)entry.A + 1, (uint)entry.B) }]);

    [Fact]
    public void A_sanction_for_nothing_is_seen() => Complains<ResumptionChecker>(
        (_, entry) => entry.Kind == EntryKind.Sanctioned, entry => [entry with { CauseSequence = 1 }]);

    [Fact]
    public void A_reminder_too_many_is_seen() => Complains<FollowUpChecker>(
        (evidence, entry) => entry is { Kind: EntryKind.FollowedUp, What: 0 }
            && evidence.FollowUpOf(entry)!.AtMost == entry.B + 1,
        entry => [entry, entry with { Value = Entry.Pack(0, entry.Item, (uint)entry.A, (uint)entry.B + 1) }]);

    [Fact]
    public void An_inspection_before_its_time_is_seen() => Complains<FollowUpChecker>(
        (_, entry) => entry is { Kind: EntryKind.FollowedUp, What: 1 },
        entry => [entry with { Tick = entry.Tick - 1 }]);

    [Fact]
    public void Diligence_that_slackens_too_little_is_seen() => Complains<DiligenceChecker>(
        (_, entry) => entry.Kind == EntryKind.DiligenceLifted,
        entry => [entry with { Value = Entry.Pack(entry.What, entry.Item, (uint)entry.A + 3, (uint)entry.B) }]);

    [Fact]
    public void Diligence_that_nothing_lifted_is_seen() => Complains<DiligenceChecker>(
        (_, entry) => entry.Kind == EntryKind.DiligenceLifted && entry.What == (byte)DiligenceCause.Reminder,
        entry => [entry with { Value = Entry.Pack(4, entry.Item, (uint)entry.A, (uint)entry.B) }]);

    [Fact]
    public void Work_laid_aside_against_its_draw_is_seen() => Complains<WillingnessChecker>(
        (_, entry) => entry is { Kind: EntryKind.Ignored, Item: not Entry.NoItem },
        entry => [entry with { Kind = EntryKind.Stalled }]);
}
