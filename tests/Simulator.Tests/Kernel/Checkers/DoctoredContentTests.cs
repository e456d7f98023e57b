using Simulator.Kernel.Conduct;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;

namespace Simulator.Tests.Kernel.Checkers;

/// <summary>The checker of content complains of a journal in which somebody invented, or forgot to tell.</summary>
public sealed class DoctoredContentTests
{
    [Fact]
    public void A_loss_that_nobody_tells_of_is_missed() => Complains(EntryKind.AssignmentLost, _ => []);

    [Fact]
    public void A_distortion_that_nobody_tells_of_is_missed() => Complains(EntryKind.AssignmentDistorted, _ => []);

    [Fact]
    public void An_addition_that_nobody_tells_of_is_missed() => Complains(EntryKind.AssignmentAdded, _ => []);

    [Fact]
    public void An_attachment_that_is_missing_and_nobody_tells_is_seen() =>
        Complains(EntryKind.AttachmentLost, _ => []);

    [Fact]
    public void An_assignment_that_is_lost_twice_is_seen() =>
        Complains(EntryKind.AssignmentLost, entry => [entry, entry]);

    [Fact]
    public void A_body_that_distorts_what_its_paper_does_not_ask_for_is_seen() => Complains(
        EntryKind.AssignmentDistorted, entry => [entry with { Value = Entry.Pack(0, (byte)(31 - entry.Item), 0, 0) }]);

    [Fact]
    public void A_body_that_carries_out_what_it_was_not_asked_to_is_seen() =>
        DoctoredJournalTests.Complains<ContentChecker>(
            (evidence, entry) => entry is { Kind: EntryKind.StepEnded, Step: Step.CarryOut }
                && !evidence.IsIssuer(entry) && Missing(evidence, entry) < 32,
            entry => [entry with { Value = Entry.Pack(entry.What, 0, (uint)entry.A, (uint)entry.B) },
                entry with { Value = Entry.Pack(entry.What, 1, (uint)entry.A, (uint)entry.B) },
                entry with { Value = Entry.Pack(entry.What, 2, (uint)entry.A, (uint)entry.B) }]);

    [Fact]
    public void A_body_that_reports_what_it_invented_is_seen() => DoctoredJournalTests.Complains<ContentChecker>(
        (_, entry) => entry is { Kind: EntryKind.Arrived, What: (byte)PaperClass.PromptReport },
        entry => [entry with { CauseBody = entry.Body ^ 1 }]);

    [Fact]
    public void A_paper_that_arrives_stronger_than_it_left_is_seen() =>
        DoctoredJournalTests.Complains<ContentChecker>(
            (evidence, entry) => evidence.Model.FollowsContent
                && entry is { Kind: EntryKind.Arrived, What: (byte)PaperClass.Directive },
            entry => [entry with { Value = Entry.Pack(entry.What, entry.Item, (uint)entry.A + 1, (uint)entry.B) }]);

    [Fact]
    public void A_paper_that_arrives_in_other_words_is_seen() => DoctoredJournalTests.Complains<ContentChecker>(
        (_, entry) => entry is { Kind: EntryKind.Arrived, What: (byte)PaperClass.Directive },
        entry => [entry with { Value = Entry.Pack(entry.What, entry.Item, (uint)entry.A, (uint)entry.B ^ 1) }]);

    [Fact]
    public void A_distorted_assignment_that_is_done_as_it_was_meant_is_seen() =>
        DoctoredJournalTests.Complains<ContentChecker>(
            (_, entry) => entry.Step == Step.CarryOut && entry.B == (int)Outcome.Otherwise,
            entry => [entry with { Value = Entry.Pack(0, entry.Item, 0, (int)Outcome.Complied) }]);

    [Fact]
    public void An_undistorted_assignment_that_is_done_as_something_else_is_seen() =>
        DoctoredJournalTests.Complains<ContentChecker>(
            (_, entry) => entry.Step == Step.CarryOut && entry.B == (int)Outcome.Complied,
            entry => [entry with { Value = Entry.Pack(0, entry.Item, 0, (int)Outcome.Otherwise) }]);

    /// <summary>An assignment among the first three that the body is not told of; 32: there is none.</summary>
    private static int Missing(Evidence evidence, in Entry entry)
    {
        var own = evidence.Model.AssignmentsFor(evidence.RootOf(entry), evidence.IndexOf(entry.Body));
        var count = Math.Min(3, evidence.DirectiveOf(entry).Source.Assignments.Count);
        for (var item = 0; item < count; item++)
        {
            if (count == 3 && (own >> item & 1) == 0)
            {
                return item;
            }
        }

        return 32;
    }

    private static void Complains(EntryKind kind, Func<Entry, IEnumerable<Entry>> change) =>
        DoctoredJournalTests.Complains<ContentChecker>((_, entry) => entry.Kind == kind, change);
}
