using Simulator.Kernel.Conduct;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;
using Simulator.Tests.Kernel.Models;

namespace Simulator.Tests.Kernel.Checkers;

/// <summary>Each checker complains of a journal in which somebody has broken its law.</summary>
public sealed partial class DoctoredJournalTests
{
    private static readonly Evidence[] Honest =
    [
        .. Enumerable.Range(1, 15).Select(seed => new Evidence(
            Played.Of(GeneratedModel.Of(seed), new RunOptions { Seed = (ulong)seed }))),
    ];

    [Fact]
    public void An_entry_left_out_is_missed() => Complains<SequenceChecker>(
        (evidence, entry) => entry.Sequence == 1 && evidence.DossierOf(entry).Count() > 1, _ => []);

    [Fact]
    public void A_clock_that_goes_back_is_seen() =>
        Complains<SequenceChecker>((_, entry) => entry.Sequence == 3, entry => [entry with { Tick = 0 }]);

    [Fact]
    public void A_step_on_a_paper_that_has_not_arrived_is_seen() => Complains<CauseChecker>(
        (_, entry) => entry.Step == Step.Register,
        entry => [entry with { CauseSequence = entry.Sequence + 1 }]);

    [Fact]
    public void A_step_that_begins_before_what_enabled_it_is_seen() => Complains<CauseChecker>(
        (evidence, entry) => entry.Kind == EntryKind.StepEnded && evidence.CauseOf(entry)!.Value.Tick > 0,
        entry => [entry with { Started = -1 }]);

    [Fact]
    public void A_paper_that_nobody_sent_is_seen() => Complains<CauseChecker>(
        (_, entry) => entry.Kind == EntryKind.Arrived, entry => [entry with { CauseSequence = 1_000_000 }]);

    [Fact]
    public void A_report_sent_by_a_step_that_sends_none_is_seen() => Complains<CauseChecker>(
        (_, entry) => Is(entry, PaperClass.Report), entry => [entry with { CauseSequence = 1, Started = 0 }]);

    [Fact]
    public void A_directive_to_somebody_it_was_not_addressed_to_is_seen() => Complains<CauseChecker>(
        (_, entry) => Is(entry, PaperClass.Directive),
        entry => [entry with { Body = entry.CauseBody, CauseBody = entry.Body }]);

    [Fact]
    public void A_paper_that_vanishes_is_missed() =>
        Complains<PaperChecker>((_, entry) => Is(entry, PaperClass.Directive), _ => []);

    [Fact]
    public void A_report_that_vanishes_is_missed() =>
        Complains<PaperChecker>((_, entry) => Is(entry, PaperClass.Report) && entry.A > 0, _ => []);

    [Fact]
    public void A_paper_that_comes_twice_is_seen() => Complains<PaperChecker>(
        (_, entry) => entry.Kind == EntryKind.Arrived, entry => [entry, entry with { Sequence = 1_000_000 }]);

    [Fact]
    public void A_paper_that_is_both_lost_and_received_is_seen() => Complains<PaperChecker>(
        (_, entry) => Is(entry, PaperClass.Directive),
        entry => [entry, LossOf(entry)]);

    [Fact]
    public void A_paper_that_comes_at_another_time_than_its_channel_brings_it_is_seen() => Complains<PaperChecker>(
        (_, entry) => Is(entry, PaperClass.Report) && entry.A > 0, entry => [entry with { Tick = entry.Tick + 1 }]);

    [Fact]
    public void A_person_who_begins_before_he_is_free_is_seen() => Complains<PostChecker>(
        (evidence, entry) => entry.Kind == EntryKind.StepEnded && entry.Server == 0 && !IsShared(evidence, entry)
            && evidence.Entries.Any(other => other.Body == entry.Body && other.Tick == entry.Started
                && other.Server == 0 && other.Kind == EntryKind.StepEnded && other.Started < other.Tick
                && evidence.RuleOf(other.Body, other.Step)!.By == evidence.RuleOf(entry.Body, entry.Step)!.By),
        entry => [entry with { Started = entry.Started - 1 }]);

    [Fact]
    public void A_person_whom_the_post_does_not_have_is_seen() => Complains<PostChecker>(
        (_, entry) => entry.Kind == EntryKind.StepEnded && entry.Server == 0,
        entry => [entry with { Server = 64 }]);

    [Fact]
    public void A_step_that_is_shorter_than_was_drawn_for_it_is_seen() => Complains<WorkChecker>(
        (evidence, entry) => entry.Kind == EntryKind.StepEnded && entry.Tick > entry.Started
            && !IsShared(evidence, entry),
        entry => [entry with { Started = entry.Started + 1 }]);

    [Fact]
    public void A_step_that_begins_out_of_hours_is_seen() => Complains<WorkChecker>(
        (evidence, entry) => entry.Kind == EntryKind.StepEnded && IsOpening(evidence, entry),
        entry => [entry with { Started = entry.Started - 1 }]);

    [Fact]
    public void Work_on_an_unregistered_paper_is_seen() => Complains<RegistrationChecker>(
        (evidence, entry) => entry.Step == Step.Register && entry.Route == 0
            && evidence.Takes(entry.Body, Step.Assign),
        entry => [entry with { Step = Step.Assign }]);

    [Fact]
    public void A_paper_registered_twice_is_seen() => Complains<RegistrationChecker>(
        (_, entry) => entry.Step == Step.Register, entry => [entry, entry]);

    [Fact]
    public void A_body_counted_that_did_not_report_is_seen() => Complains<ReportChecker>(
        (_, entry) => entry.Kind == EntryKind.Closed,
        entry => [entry with { Value = Entry.Pack(entry.What, entry.Item, (uint)entry.A + 1, (uint)entry.B) }]);

    [Fact]
    public void A_body_that_failed_and_counts_itself_as_complied_is_seen() => Complains<ReportChecker>(
        (evidence, entry) => entry is { Kind: EntryKind.Closed, B: 0 } && !evidence.IsIssuer(entry)
            && evidence.DossierOf(entry).Any(other => other.Kind == EntryKind.Ignored),
        entry => [entry with { Value = Entry.Pack(entry.What, entry.Item, (uint)entry.A, (uint)entry.B + 1) }]);

    [Fact]
    public void A_report_that_says_more_than_its_sender_knew_is_seen() => Complains<ReportChecker>(
        (_, entry) => Is(entry, PaperClass.Report),
        entry => [entry with { Value = Entry.Pack(entry.What, entry.Item, (uint)entry.A + 1, (uint)entry.B + 1) }]);

    [Fact]
    public void A_body_that_closes_while_reports_are_missing_is_seen() => Complains<ReportChecker>(
        (_, entry) => entry is { Kind: EntryKind.Closed, Item: 1 },
        entry => [entry with { Value = Entry.Pack(entry.What, 0, (uint)entry.A, (uint)entry.B) }]);

    [Fact]
    public void A_body_counted_twice_is_seen() => Complains<CountingChecker>(
        (_, entry) => entry is { Kind: EntryKind.Closed, A: > 1 },
        entry => [entry with { Value = Entry.Pack(entry.What, entry.Item, (uint)entry.A + 1, (uint)entry.B) }]);

    [Fact]
    public void Figures_that_count_a_body_too_many_are_seen() => Complains<PeriodicChecker>(
        (_, entry) => entry.Kind == EntryKind.FiguresClosed,
        entry => [entry with { Value = Entry.Pack(entry.What, entry.Item, (uint)entry.A + 1, (uint)entry.B) }]);

    [Fact]
    public void Figures_closed_at_another_hour_are_seen() => Complains<PeriodicChecker>(
        (_, entry) => entry.Kind == EntryKind.FiguresClosed, entry => [entry with { Tick = entry.Tick + 1 }]);

    [Fact]
    public void Figures_that_nobody_closes_are_missed() =>
        Complains<PeriodicChecker>((_, entry) => entry.Kind == EntryKind.FiguresClosed, _ => []);

    [Fact]
    public void Figures_that_came_too_late_in_silence_are_seen()
    {
        var honest = new Evidence(Played.Of(Laws.PeriodicReportLaws.City(travel: 31)));
        Assert.Empty(new PeriodicChecker().Complaints(honest));
        Entry[] silent = [.. honest.Entries.Where(entry => entry.Kind != EntryKind.FiguresLate)];
        Assert.NotEqual(honest.Entries.Count, silent.Length);
        Assert.NotEmpty(new PeriodicChecker().Complaints(
            new Evidence(honest.Model, honest.Chance, honest.Until, silent)));
    }

    [Fact]
    public void A_periodic_report_that_says_more_than_its_sender_knew_is_seen() => Complains<PeriodicChecker>(
        (_, entry) => Is(entry, PaperClass.PeriodicReport),
        entry => [entry with { Value = Entry.Pack(entry.What, entry.Item, (uint)entry.A, (uint)entry.B + 1) }]);

    [Fact]
    public void A_figure_embellished_in_silence_is_seen() => Complains<ReportChecker>(
        (evidence, entry) => entry.Kind == EntryKind.Misreported
            && evidence.Entries.Any(other => Is(other, PaperClass.Report) && other.A > 0
                && (other.CauseBody, other.CauseSequence) == (entry.Body, entry.CauseSequence)),
        _ => []);

    [Fact]
    public void A_figure_embellished_by_more_than_its_rule_says_is_seen() => Complains<MisreportChecker>(
        (_, entry) => entry.Kind == EntryKind.Misreported,
        entry => [entry with { Value = Entry.Pack(entry.What, entry.Item, (uint)entry.A, (uint)entry.B + 1) }]);

    [Fact]
    public void A_figure_that_an_honest_body_embellishes_is_seen() => Complains<MisreportChecker>(
        (evidence, entry) => entry is { Kind: EntryKind.Closed, What: 1, A: > 0 }
            && evidence.KindOf(entry.Body).Reporting is null,
        entry =>
        [
            entry,
            entry with
            {
                Kind = EntryKind.Misreported, CauseSequence = entry.Sequence, CauseBody = entry.Body,
                Value = Entry.Pack(1, 0, (uint)entry.B, (uint)entry.B + 1),
            },
        ]);

    [Fact]
    public void A_dossier_closed_twice_is_seen() =>
        Complains<ClosingChecker>((_, entry) => entry.Kind == EntryKind.Closed, entry => [entry, entry]);

    [Fact]
    public void A_report_sent_off_before_the_dossier_is_closed_is_seen() => Complains<ClosingChecker>(
        (evidence, entry) => entry.Kind == EntryKind.Closed && evidence.DossierOf(entry).Any(other =>
            other.Kind == EntryKind.StepEnded && other.What == (byte)PaperClass.Report),
        _ => []);

    [Fact]
    public void An_event_that_does_not_come_about_is_missed() =>
        Complains<EventChecker>((_, entry) => entry.Kind == EntryKind.EventOccurred, _ => []);

    [Fact]
    public void An_event_at_another_moment_than_its_own_is_seen() => Complains<EventChecker>(
        (_, entry) => entry.Kind == EntryKind.EventOccurred, entry => [entry with { Tick = entry.Tick + 1 }]);

    [Fact]
    public void A_paper_that_does_not_wait_for_its_hour_is_seen() => Complains<BatchChecker>(
        (evidence, entry) => entry.Kind == EntryKind.StepEnded
            && evidence.RuleOf(entry.Body, entry.Step) is { At.Count: > 0 } rule
            && !(evidence.UrgencyOf(entry) >= rule.AtOnceFrom),
        entry => [entry with { Started = -1 }]);

    [Fact]
    public void A_step_begun_by_somebody_who_is_away_is_seen() => Complains<RosterChecker>(
        (evidence, entry) => entry.Kind == EntryKind.Absent && entry.Started > 0
            && evidence.Entries.Any(other => other.Kind == EntryKind.StepEnded && other.Body == entry.Body
                && evidence.RuleOf(other.Body, other.Step) is { SameServer: false, By: { } by }
                && (int)by == entry.Item && other.Server == entry.Server && other.Started == entry.Tick),
        entry => [entry with { Tick = entry.Tick + 1 }]);

    [Fact]
    public void A_deputy_who_acts_while_nobody_is_away_is_seen() => Complains<RosterChecker>(
        (evidence, entry) => entry.Kind == EntryKind.Absent && evidence.Entries.Any(other =>
            other.Kind == EntryKind.StepEnded && other.Body == entry.Body && other.Started < entry.Tick - 1
            && other.Started >= entry.Started
            && evidence.RuleOf(other.Body, other.Step) is { SameServer: false, By: { } by }
            && (int)by == entry.Item && evidence.PostOf(other.Body, by).Heads == 1 && other.Server == 1),
        entry => [entry with { Started = entry.Tick - 1 }]);

    [Fact]
    public void A_paper_that_does_not_get_its_share_of_a_person_is_seen() => Complains<SharingChecker>(
        (evidence, entry) => entry.Kind == EntryKind.StepEnded && entry.Tick > entry.Started + 1
            && IsShared(evidence, entry),
        entry => [entry with { Started = entry.Tick - 1 }]);

    [Fact]
    public void A_person_with_more_in_hand_than_his_post_allows_is_seen() => Complains<PostChecker>(
        (evidence, entry) => entry.Kind == EntryKind.StepEnded && entry.Tick > entry.Started + 1
            && IsShared(evidence, entry),
        entry => [.. Enumerable.Repeat(entry, 5)]);

    private static bool IsShared(Evidence evidence, Entry entry) =>
        evidence.RuleOf(entry.Body, entry.Step)?.By is { } by
        && evidence.ResourceOf(entry.Body, by).Multitasking > 1;

    private static bool Is(in Entry entry, PaperClass paper) =>
        entry.Kind == EntryKind.Arrived && entry.What == (byte)paper;

    private static bool IsOpening(Evidence evidence, Entry entry) =>
        evidence.RuleOf(entry.Body, entry.Step)!.By is { } post
        && evidence.Model.Offices[evidence.Model.FactsOf(evidence.IndexOf(entry.Body)).Office].All[(int)post]
            .HoursFor(Urgency.TimedExpress) is var hours
        && !hours.IsOpen(entry.Started - 1);

    private static Entry LossOf(in Entry arrived) => arrived with
    {
        Kind = EntryKind.Lost,
        Body = arrived.CauseBody,
        Value = Entry.Pack(
            arrived.What, Entry.NoItem, (uint)(arrived.Body >> 40), (uint)(arrived.Body >> 16 & 0xFF_FFFF)),
    };

    /// <summary>Changes the first entry of its sort in each journal that has one.</summary>
    internal static void Complains<TChecker>(Func<Evidence, Entry, bool> sort, Func<Entry, IEnumerable<Entry>> change)
        where TChecker : IChecker, new() => Complains<TChecker>(sort, (_, entry) => change(entry));

    /// <inheritdoc cref="Complains{TChecker}(Func{Evidence, Entry, bool}, Func{Entry, IEnumerable{Entry}})"/>
    internal static void Complains<TChecker>(
        Func<Evidence, Entry, bool> sort, Func<Evidence, Entry, IEnumerable<Entry>> change)
        where TChecker : IChecker, new()
    {
        var doctored = 0;
        foreach (var honest in Honest)
        {
            var checker = new TChecker();
            Assert.Empty(checker.Complaints(honest));
            var place = honest.Entries.ToList().FindIndex(entry => sort(honest, entry));
            if (place >= 0)
            {
                Entry[] entries =
                [
                    .. honest.Entries.Take(place), .. change(honest, honest.Entries[place]),
                    .. honest.Entries.Skip(place + 1),
                ];
                var evidence = new Evidence(honest.Model, honest.Chance, honest.Until, entries);
                Assert.NotEmpty(checker.Complaints(evidence));
                doctored++;
            }
        }

        Assert.True(doctored > 0, "No journal has such an entry.");
    }
}
