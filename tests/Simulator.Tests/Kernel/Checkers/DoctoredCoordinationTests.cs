using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;

namespace Simulator.Tests.Kernel.Checkers;

/// <summary>
/// The checkers of leads and coordinating bodies, of collectors and of copies complain of a journal in which
/// somebody has broken their law.
/// </summary>
public sealed class DoctoredCoordinationTests
{
    [Fact]
    public void A_wait_for_inputs_that_ends_too_early_is_seen() => DoctoredJournalTests.Complains<InputChecker>(
        (_, entry) => entry.Kind == EntryKind.InputsEnded,
        entry => [entry with { Value = Entry.Pack(entry.What, entry.Item, (uint)entry.A, (uint)entry.B + 1) }]);

    [Fact]
    public void An_assignment_that_begins_before_the_inputs_are_there_is_seen() =>
        DoctoredJournalTests.Complains<InputChecker>(
            (evidence, entry) => entry.Kind == EntryKind.InputsEnded && evidence.DossierOf(entry).Any(other =>
                other.Kind == EntryKind.StepEnded && other.Step is Step.CarryOut or Step.Ask
                && other.Item == entry.Item && entry is { What: 1 }),
            _ => []);

    [Fact]
    public void A_limit_that_passes_at_another_moment_is_seen() => DoctoredJournalTests.Complains<InputChecker>(
        (_, entry) => entry is { Kind: EntryKind.InputsEnded, What: 1 }, entry => [entry with { Tick = entry.Tick + 1 }]);

    [Fact]
    public void A_wait_that_begins_in_silence_is_seen() => DoctoredJournalTests.Complains<InputChecker>(
        (evidence, entry) => entry.Kind == EntryKind.InputsAwaited && evidence.DossierOf(entry).Any(other =>
            other.Kind == EntryKind.InputsEnded && other.Item == entry.Item),
        _ => []);

    [Fact]
    public void An_input_that_nobody_owes_is_seen() => DoctoredJournalTests.Complains<CauseChecker>(
        (_, entry) => entry is { Kind: EntryKind.Arrived, What: (byte)PaperClass.Input },
        entry => [entry with { CauseBody = entry.Body, Body = entry.CauseBody }]);

    [Fact]
    public void An_input_that_vanishes_is_missed() => DoctoredJournalTests.Complains<PaperChecker>(
        (evidence, entry) => entry is { Kind: EntryKind.Arrived, What: (byte)PaperClass.Input }
            && evidence.CauseOf(entry)!.Value is { Kind: EntryKind.StepEnded, What: (byte)PaperClass.Input },
        _ => []);

    [Fact]
    public void A_contribution_that_begins_again_by_itself_is_seen() => DoctoredJournalTests.Complains<ResumptionChecker>(
        (_, entry) => entry is { Kind: EntryKind.Contribution, What: (byte)ContributionState.Resumed },
        entry => [entry with { CauseSequence = 1 }]);

    [Fact]
    public void A_contribution_laid_aside_against_the_draw_is_seen() => DoctoredJournalTests.Complains<WillingnessChecker>(
        (_, entry) => entry is { Kind: EntryKind.Contribution, What: (byte)ContributionState.LaidAside },
        entry => [entry with { Value = Entry.Pack((byte)ContributionState.Ignored, entry.Item, 0, 0) }]);

    [Fact]
    public void A_body_that_closes_before_its_contribution_is_written_is_seen() =>
        DoctoredJournalTests.Complains<ReportChecker>(
            (evidence, entry) => entry is { Kind: EntryKind.StepEnded, What: (byte)PaperClass.Input }
                && !evidence.Model.FollowsContent && evidence.DossierOf(entry).Any(other =>
                    other is { Kind: EntryKind.Closed, Item: 0 } && other.Sequence > entry.Sequence),
            _ => []);

    [Fact]
    public void A_copy_that_vanishes_is_missed() => DoctoredJournalTests.Complains<PaperChecker>(
        (_, entry) => entry is { Kind: EntryKind.Arrived, What: (byte)PaperClass.InformationCopy }, _ => []);

    [Fact]
    public void A_copy_that_leads_to_anything_but_its_registration_is_seen() => DoctoredJournalTests.Complains<CopyChecker>(
        (_, entry) => entry.Step == Step.RegisterCopy, entry => [entry with { Step = Step.Assign }]);

    [Fact]
    public void A_copy_that_is_registered_twice_is_seen() => DoctoredJournalTests.Complains<CopyChecker>(
        (_, entry) => entry.Step == Step.RegisterCopy, entry => [entry, entry]);

    [Fact]
    public void A_report_that_goes_past_the_collector_is_seen() => DoctoredJournalTests.Complains<CollectingChecker>(
        (evidence, entry) => IsCollected(evidence, entry),
        (evidence, entry) => [entry with { Body = evidence.Model.FactsOf(evidence.CollectsFor(entry)).Hash }]);

    [Fact]
    public void A_report_that_the_collector_gets_twice_is_seen() => DoctoredJournalTests.Complains<CollectingChecker>(
        (evidence, entry) => IsCollected(evidence, entry), entry => [entry, entry]);

    [Fact]
    public void A_collector_that_counts_a_body_too_many_is_seen() => DoctoredJournalTests.Complains<CountingChecker>(
        (evidence, entry) => entry is { Kind: EntryKind.Closed, A: > 1 } && evidence.CollectsFor(entry) >= 0,
        entry => [entry with { Value = Entry.Pack(entry.What, entry.Item, (uint)entry.A + 1, (uint)entry.B) }]);

    private static bool IsCollected(Evidence evidence, Entry entry) =>
        entry is { Kind: EntryKind.Arrived, What: (byte)PaperClass.Report } && evidence.CollectsFor(entry) >= 0;
}
