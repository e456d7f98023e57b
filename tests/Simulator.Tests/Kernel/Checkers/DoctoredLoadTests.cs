using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;

namespace Simulator.Tests.Kernel.Checkers;

/// <summary>The checker of delays by other papers complains of a journal in which one is wrong, or missing.</summary>
public sealed class DoctoredLoadTests
{
    [Fact]
    public void A_delay_by_other_papers_of_an_office_that_has_none_is_seen() => Complains(
        (evidence, _) => evidence.Entries.Any(other => evidence.KindOf(other.Body).Load is null),
        (evidence, entry) => [entry with
        {
            Body = evidence.Entries.First(other => evidence.KindOf(other.Body).Load is null).Body,
        }]);

    [Fact]
    public void A_delay_by_other_papers_from_before_the_paper_came_is_seen() => Complains(
        (_, _) => true, (_, entry) => [entry with { Started = entry.Started - 1 }]);

    [Fact]
    public void A_delay_by_other_papers_that_is_longer_than_the_wait_is_seen() => Complains(
        (_, _) => true, (_, entry) => [WithMinutes(entry, entry.Tick - entry.Started + 1)]);

    [Fact]
    public void A_delay_by_no_other_paper_is_seen() => Complains(
        (_, _) => true,
        (_, entry) => [entry with { Value = Entry.Pack(entry.What, entry.Item, 0, (uint)entry.B) }]);

    [Fact]
    public void A_delay_that_is_told_a_minute_too_long_is_seen() =>
        Complains(IsOfOnePerson, (_, entry) => [WithMinutes(entry, entry.B + 1)]);

    [Fact]
    public void A_delay_that_is_told_a_minute_too_short_is_seen() =>
        Complains(IsOfOnePerson, (_, entry) => [WithMinutes(entry, entry.B - 1)]);

    [Fact]
    public void A_delay_that_nobody_tells_of_is_missed() => Complains(IsOfOnePerson, (_, _) => []);

    [Fact]
    public void A_delay_by_other_papers_that_ends_with_nobody_is_seen() =>
        Complains((_, _) => true, (_, entry) => [entry with { Server = 64 }]);

    [Fact]
    public void A_step_that_begins_at_another_moment_than_its_delay_ends_is_seen() =>
        DoctoredJournalTests.Complains<LoadChecker>(
            (evidence, entry) => entry.Kind == EntryKind.StepEnded && evidence.Entries.Any(other =>
                other.Kind == EntryKind.DelayedByLoad && other.Body == entry.Body && other.What == (byte)entry.Step
                && other.Item == entry.Item && other.CauseSequence == entry.CauseSequence),
            (_, entry) => [entry with { Started = entry.Started - 1 }]);

    [Fact]
    public void A_person_who_begins_something_else_than_the_delayed_paper_is_seen() =>
        DoctoredJournalTests.Complains<PostChecker>(
            (evidence, entry) => entry.Kind == EntryKind.DelayedByLoad && IsOfOnePerson(evidence, entry)
                && evidence.Of(EntryKind.StepEnded).Any(other => other.Body == entry.Body
                    && other.Started > entry.Tick && other.Tick > other.Started
                    && evidence.RuleOf(other.Body, other.Step)!.By == ByOf(evidence, entry)),
            (_, entry) => [entry with { CauseSequence = entry.Sequence + 1_000_000 }]);

    /// <summary>Of one who does one thing at a time and is always there it is known to the minute.</summary>
    private static bool IsOfOnePerson(Evidence evidence, Entry entry) =>
        evidence.EndOf(entry) is not null && ByOf(evidence, entry) is { } by
        && evidence.PostOf(entry.Body, by) is { Heads: 1, Desk: null };

    private static Post? ByOf(Evidence evidence, in Entry entry) =>
        evidence.RuleOf(entry.Body, (Step)entry.What)!.By;

    private static Entry WithMinutes(in Entry entry, int minutes) =>
        entry with { Value = Entry.Pack(entry.What, entry.Item, (uint)entry.A, (uint)minutes) };

    private static void Complains(
        Func<Evidence, Entry, bool> sort, Func<Evidence, Entry, IEnumerable<Entry>> change) =>
        DoctoredJournalTests.Complains<LoadChecker>(
            (evidence, entry) => entry.Kind == EntryKind.DelayedByLoad && sort(evidence, entry), change);
}
