using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;
using static Simulator.Tests.Kernel.Checkers.DoctoredJournalTests;

namespace Simulator.Tests.Kernel.Checkers;

/// <summary>The checkers of channels complain of journals in which somebody has broken their laws.</summary>
public sealed class DoctoredChannelTests
{
    [Fact]
    public void A_paper_that_is_lost_after_more_attempts_than_there_are_is_seen() => Complains<PaperChecker>(
        (_, entry) => entry is { Kind: EntryKind.Lost, Server: not 255, What: (byte)PaperClass.Directive },
        entry => [entry with { Server = (byte)(entry.Server + 1) }]);

    [Fact]
    public void A_paper_that_comes_at_an_hour_at_which_none_leaves_is_seen() => Complains<PaperChecker>(
        (evidence, entry) => entry.BringsDirective && !evidence.IsNoticed(entry) && evidence.Model
            .Channels[evidence.Model.FactsOf(evidence.IndexOf(entry.CauseBody)).Channel].Leaves is not null,
        entry => [entry with { Tick = entry.Tick + 1 }]);

    [Fact]
    public void Work_on_a_paper_that_nobody_has_noticed_is_seen() => Complains<UnseenChecker>(
        (_, entry) => entry is { Kind: EntryKind.Noticed, Item: 1 }, _ => []);

    [Fact]
    public void A_paper_that_is_noticed_without_a_reason_is_seen() => Complains<UnseenChecker>(
        (_, entry) => entry is { Kind: EntryKind.Noticed, Item: 2 },
        entry => [entry with { Value = Entry.Pack(entry.What, 3, (uint)entry.A, 0) }]);

    [Fact]
    public void A_noticed_paper_that_vanishes_is_missed() => Complains<UnseenChecker>(
        (evidence, entry) => entry.Kind == EntryKind.Arrived && evidence.IsNoticed(entry), _ => []);

    [Fact]
    public void A_report_that_is_sent_after_all_though_nobody_asked_is_seen() => Complains<UnseenChecker>(
        (_, entry) => entry is { Kind: EntryKind.Unsent, What: 0 },
        entry => [entry, entry with { Value = Entry.Pack(1, Entry.NoItem, 0, 0) }]);

    [Fact]
    public void An_acknowledgement_of_what_was_not_registered_is_seen() => Complains<AcknowledgementChecker>(
        (_, entry) => entry is { Kind: EntryKind.Arrived, What: (byte)PaperClass.Acknowledgement },
        entry => [entry with { CauseSequence = entry.CauseSequence + 1 }, entry with { CauseSequence = entry.CauseSequence + 1 }]);

    [Fact]
    public void A_paper_that_is_sent_again_more_often_than_the_rule_says_is_seen() => Complains<AcknowledgementChecker>(
        (_, entry) => entry is { Kind: EntryKind.Unacknowledged, What: 0 },
        entry => [entry with { Value = Entry.Pack(1, entry.Item, (uint)entry.A, (uint)entry.B) }]);

    [Fact]
    public void A_paper_that_is_sent_again_though_it_was_acknowledged_is_seen() => Complains<AcknowledgementChecker>(
        (_, entry) => entry is { Kind: EntryKind.Arrived, What: (byte)PaperClass.Acknowledgement },
        entry =>
        [
            entry,
            entry with
            {
                Kind = EntryKind.Unacknowledged,
                Sequence = entry.Sequence + 1,
                Value = Entry.Pack(1, 0, (uint)(entry.CauseBody >> 40), (uint)(entry.CauseBody >> 16 & 0xFF_FFFF)),
            },
        ]);
}
