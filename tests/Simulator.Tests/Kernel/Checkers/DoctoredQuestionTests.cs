using Simulator.Kernel.Conduct;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;
using static Simulator.Tests.Kernel.Checkers.DoctoredJournalTests;

namespace Simulator.Tests.Kernel.Checkers;

/// <summary>Laws of questions upward, and of who signs, that somebody has broken.</summary>
public sealed class DoctoredQuestionTests
{
    [Fact]
    public void An_answer_by_somebody_who_was_not_asked_is_seen() => Complains<QuestionChecker>(
        (_, entry) => entry is { Kind: EntryKind.Arrived, What: (byte)PaperClass.Answer, A: > 0 },
        (evidence, entry) => [entry with { CauseBody = entry.Body }]);

    [Fact]
    public void An_answer_that_says_something_else_than_was_decided_is_seen() => Complains<CauseChecker>(
        (_, entry) => entry is { Kind: EntryKind.Arrived, What: (byte)PaperClass.Answer, A: > 0, B: (byte)Decision.Consent },
        entry => [With(entry, entry.What, b: (uint)Decision.Refusal)]);

    [Fact]
    public void A_question_that_nobody_sent_and_comes_is_seen() => Complains<CauseChecker>(
        (evidence, entry) => entry is { Kind: EntryKind.Arrived, What: (byte)PaperClass.Question, A: > 0 },
        (evidence, entry) => [entry with { CauseSequence = evidence.CauseOf(entry)!.Value.CauseSequence }]);

    [Fact]
    public void A_question_that_vanishes_is_missed() => Complains<PaperChecker>(
        (evidence, entry) => entry is { Kind: EntryKind.Arrived, What: (byte)PaperClass.Question, A: > 0 }
            && !evidence.IsNoticed(entry),
        _ => []);

    [Fact]
    public void Work_that_does_not_wait_for_its_approval_is_seen() => Complains<QuestionChecker>(
        (evidence, entry) => entry is { Kind: EntryKind.Answered, B: 0, What: (byte)Decision.Consent, Item: not Entry.NoItem }
            && evidence.DossierOf(entry).Any(each => each.Step == Step.CarryOut && each.Item == entry.Item),
        _ => []);

    [Fact]
    public void Assigning_before_the_opinion_has_come_is_seen() => Complains<QuestionChecker>(
        (evidence, entry) => entry is { Kind: EntryKind.Answered, B: 0, What: (byte)Decision.Consent, Item: Entry.NoItem }
            && evidence.AskedAs(entry) is { What: 0 }
            && evidence.DossierOf(entry).Any(each => each.Step == Step.Assign),
        _ => []);

    [Fact]
    public void A_refused_assignment_that_is_carried_out_is_seen() => Complains<QuestionChecker>(
        (evidence, entry) => entry is { Kind: EntryKind.Answered, B: 0, What: (byte)Decision.Consent, Item: not Entry.NoItem }
            && evidence.DossierOf(entry).Any(each => each.Step == Step.CarryOut && each.Item == entry.Item),
        entry => [With(entry, (byte)Decision.Refusal)]);

    [Fact]
    public void A_refused_assignment_that_is_reported_as_done_is_seen() => Complains<ReportChecker>(
        (evidence, entry) => entry is { Kind: EntryKind.Closed, B: 0 } && !evidence.IsIssuer(entry)
            && evidence.DossierOf(entry).Any(other => Evidence.Refuses(other) && other.Sequence < entry.Sequence),
        entry => [entry with { Value = Entry.Pack(entry.What, entry.Item, (uint)entry.A, (uint)entry.B + 1) }]);

    [Fact]
    public void Silence_before_its_time_is_seen() => Complains<QuestionChecker>(
        (_, entry) => entry.Kind == EntryKind.SilencePassed, entry => [entry with { Tick = entry.Tick - 1 }]);

    [Fact]
    public void Silence_that_settles_nothing_is_missed() => Complains<QuestionChecker>(
        (_, entry) => entry.Kind == EntryKind.SilencePassed, _ => []);

    [Fact]
    public void An_answer_that_comes_too_late_and_counts_is_seen() => Complains<QuestionChecker>(
        (_, entry) => entry is { Kind: EntryKind.Answered, B: 1 }, entry => [With(entry, entry.What, b: 0)]);

    [Fact]
    public void A_question_sent_back_once_too_often_is_seen() => Complains<QuestionChecker>(
        (evidence, entry) => entry is { Kind: EntryKind.Decided, What: not (byte)Decision.Returned }
            && evidence.KindOf(entry.Body).Questions is { Returns: > 0 } rule && entry.B == rule.AtMost,
        entry => [With(entry, (byte)Decision.Returned)]);

    [Fact]
    public void A_decision_against_its_draw_is_seen() => Complains<QuestionChecker>(
        (_, entry) => entry is { Kind: EntryKind.Decided, What: (byte)Decision.Consent },
        entry => [With(entry, (byte)Decision.PassedUp)]);

    [Fact]
    public void A_signature_by_order_that_was_the_heads_is_seen() => Complains<SigningChecker>(
        (_, entry) => entry.Step == Step.SignByOrder, entry => [entry with { Step = Step.Sign }]);

    [Fact]
    public void A_signature_of_the_heads_by_order_is_seen() => Complains<SigningChecker>(
        (_, entry) => entry.Step == Step.Sign, entry => [entry with { Step = Step.SignByOrder }]);

    [Fact]
    public void A_document_signed_twice_is_seen() =>
        Complains<SigningChecker>((_, entry) => entry.Step == Step.Sign, entry => [entry, entry]);

    private static Entry With(Entry entry, byte what, uint? b = null) =>
        entry with { Value = Entry.Pack(what, entry.Item, (uint)entry.A, b ?? (uint)entry.B) };
}
