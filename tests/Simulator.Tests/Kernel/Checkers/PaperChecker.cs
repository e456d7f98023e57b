using Simulator.Kernel.Chance;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;

namespace Simulator.Tests.Kernel.Checkers;

/// <summary>
/// Papers are conserved: each that was sent arrives once, when its channel brings it, or is lost, as its
/// channel loses it, or is still under way at the end of the journal.
/// </summary>
internal sealed class PaperChecker : IChecker
{
    /// <summary>Tells the draws of the second of two copies from those of the first.</summary>
    private const uint SecondCopy = 1 << 8;

    public IEnumerable<string> Complaints(Evidence evidence)
    {
        var arrived = evidence.Of(EntryKind.Arrived).Where(entry => !evidence.IsNoticed(entry))
            .Concat(evidence.Of(EntryKind.Unseen))
            .ToLookup(entry => (
                entry.CauseBody, entry.CauseSequence, evidence.IndexOf(entry.Body), entry.What, About(entry),
                entry.Root, entry.What == (byte)PaperClass.Report ? entry.Route : 0));
        var lost = evidence.Of(EntryKind.Lost)
            .ToLookup(entry => (
                entry.Body, entry.CauseSequence, Addressee(evidence, entry), entry.What, About(entry), entry.Root,
                entry.What == (byte)PaperClass.Report ? evidence.ReportRouteOf(entry) : 0));
        foreach (var issued in evidence.Of(EntryKind.Issued))
        {
            if (issued.B != evidence.AddresseesOf(issued).Count)
            {
                yield return $"issued to {issued.B} addressees: {evidence.InWords(issued)}";
            }
        }

        var twins = new HashSet<(ulong, uint, int, byte, byte, uint, int)>();
        foreach (var (sent, to, paper) in Sent(evidence))
        {
            var key = (sent.Body, sent.Sequence, to, (byte)paper, AssignmentOf(sent), sent.Root,
                paper == PaperClass.Report ? evidence.ReportRouteOf(sent) : 0);
            var arrivals = arrived[key].ToList();
            if (IsSentTwice(evidence, sent, to, paper))
            {
                twins.Add(key);
                if (!arrivals.Select(entry => entry.Tick).Order().SequenceEqual(TwinsOf(evidence, sent, to, paper)))
                {
                    yield return $"both copies to {evidence.Model.Bodies[to].Id} did not come: {evidence.InWords(sent)}";
                }

                continue;
            }

            var due = DueOf(evidence, sent, to, paper, Evidence.CopyOf(sent));
            if (arrivals.Count + lost[key].Count() is not 1 and var count && (count > 1 || due <= evidence.Until))
            {
                yield return $"the {paper} to {evidence.Model.Bodies[to].Id} came or was lost {count} times: "
                    + evidence.InWords(sent);
            }
            else if (arrivals.Count == 1 && arrivals[0].Tick != due)
            {
                yield return $"due at {due}: {evidence.InWords(arrivals[0])}";
            }
        }

        foreach (var entry in evidence.Of(EntryKind.Lost)
            .Where(entry => entry.What != (byte)PaperClass.Acknowledgement && !IsLost(evidence, entry)))
        {
            yield return $"its channel did not lose it: {evidence.InWords(entry)}";
        }

        foreach (var entry in evidence.Of(EntryKind.Arrived)
            .Where(entry => entry.What == (byte)PaperClass.Reminder && !evidence.IsNoticed(entry)))
        {
            if (evidence.CauseOf(entry) is { } sent
                && DueOf(evidence, sent, evidence.IndexOf(entry.Body), PaperClass.Reminder) is var due
                && due != entry.Tick)
            {
                yield return $"due at {due}: {evidence.InWords(entry)}";
            }
        }

        foreach (var twice in arrived.Where(group => group.Count() > 1 && !twins.Contains(group.Key)))
        {
            yield return $"came twice: {evidence.InWords(twice.First())}";
        }
    }

    /// <summary>What the journal itself says was sent to whom.</summary>
    private static IEnumerable<(Entry Sent, int To, PaperClass Paper)> Sent(Evidence evidence)
    {
        foreach (var entry in evidence.Entries)
        {
            if (entry.Kind == EntryKind.Issued)
            {
                foreach (var to in evidence.AddresseesOf(entry))
                {
                    yield return (entry, to, ClassOf(evidence, entry));
                }

                foreach (var to in evidence.Model.CopiesOf(evidence.RootOf(entry), evidence.IndexOf(entry.Body)).ToArray())
                {
                    yield return (entry, to, PaperClass.InformationCopy);
                }
            }
            else if (entry.Kind == EntryKind.RecallSent)
            {
                foreach (var to in entry.B == 0 ? [] : evidence.AddresseesOf(entry))
                {
                    yield return (entry, to, PaperClass.Recall);
                }
            }
            else if (entry.Kind == EntryKind.Escalated && !evidence.Takes(entry.Body, Step.Escalate))
            {
                yield return (entry, evidence.IndexOf(evidence.PaperFrom(entry)!.Value), PaperClass.Escalation);
            }
            else if (entry.Kind == EntryKind.RecallAnswered)
            {
                yield return (entry, evidence.IndexOf(evidence.ArrivalOf(entry)!.Value.CauseBody), PaperClass.RecallAnswer);
            }
            else if (entry is { Kind: EntryKind.Unacknowledged, What: 1 })
            {
                yield return (entry, Addressee(evidence, entry), ClassOf(evidence, entry));
            }
            else if (evidence.IsHeldBack(entry))
            {
                continue;
            }
            else if (entry is { Kind: EntryKind.Closed, What: 1, Item: < 2 } or { Kind: EntryKind.Unsent, What: 1 })
            {
                yield return (entry, evidence.IndexOf(evidence.ReportsTo(entry)!.Value), PaperClass.Report);
            }
            else if (entry is { Kind: EntryKind.FiguresClosed, What: 1 })
            {
                yield return (entry, evidence.IndexOf(evidence.PaperFrom(entry)!.Value), PaperClass.PeriodicReport);
            }
            else if (entry is { Kind: EntryKind.StepEnded, What: (byte)PaperClass.Input })
            {
                foreach (var to in evidence.DirectiveOf(entry).Inputs!
                    .LeadsOf(evidence.IndexOf(entry.Body), entry.Item).ToArray())
                {
                    yield return (entry, to, PaperClass.Input);
                }
            }
            else if (entry.Kind is EntryKind.RulingAsked or EntryKind.Ruled)
            {
                var paper = entry.Kind == EntryKind.Ruled ? PaperClass.Ruling : PaperClass.RulingQuestion;
                yield return (entry, evidence.RulingGoesTo(entry), paper);
            }
            else if (entry.Kind == EntryKind.Asked)
            {
                yield return (entry, evidence.IndexOf(evidence.PaperFrom(entry)!.Value), PaperClass.Question);
            }
            else if (Evidence.SendsAnswer(entry) && evidence.AskedBy(entry) is { } question)
            {
                yield return (entry, evidence.IndexOf(question.CauseBody), PaperClass.Answer);
            }
            else if (entry.Kind == EntryKind.StepEnded && entry.What != 0)
            {
                yield return (entry, SentTo(evidence, entry), (PaperClass)entry.What);
            }
        }
    }

    private static int SentTo(Evidence evidence, Entry entry) => (PaperClass)entry.What switch
    {
        PaperClass.Answer or PaperClass.ClarificationAnswer => evidence.IndexOf(evidence.ArrivalOf(entry)!.Value.CauseBody),
        PaperClass.Inspection => evidence.InspectedBy(entry),
        PaperClass.Report => evidence.IndexOf(evidence.ReportsTo(entry)!.Value),
        _ => evidence.IndexOf(evidence.PaperFrom(entry)!.Value),
    };

    private static byte AssignmentOf(in Entry sent) =>
        sent.Kind is EntryKind.StepEnded or EntryKind.RulingAsked or EntryKind.Ruled
            or (>= EntryKind.Asked and <= EntryKind.SilencePassed) ? sent.Item : Entry.NoItem;

    /// <summary>The assignment that a letter on its way is about; the others carry the urgency there.</summary>
    private static byte About(in Entry entry) =>
        (PaperClass)entry.What is PaperClass.Question or PaperClass.Answer or PaperClass.PromptReport
            or PaperClass.Input or PaperClass.RulingQuestion or PaperClass.Ruling
            ? entry.Item
            : Entry.NoItem;

    private static int DueOf(Evidence evidence, in Entry sent, int to, PaperClass paper, uint copy = 0)
    {
        var channel = ChannelOf(evidence, sent.Body, sent.Tick);
        var (purpose, delay) = paper switch
        {
            PaperClass.Directive or PaperClass.Amendment => (Purpose.Travel, channel.Delay),
            PaperClass.Recall => (Purpose.TravelRecall, channel.Delay),
            PaperClass.RecallAnswer => (Purpose.TravelRecallAnswer, channel.Delay),
            PaperClass.Inspection => (Purpose.TravelInspection, channel.Delay),
            PaperClass.Escalation => (Purpose.TravelEscalation, channel.Delay),
            PaperClass.RulingQuestion => (Purpose.TravelRulingQuestion, channel.Delay),
            PaperClass.Ruling => (Purpose.TravelRuling, channel.Delay),
            PaperClass.Reminder => (Purpose.TravelReminder, channel.ReminderDelay ?? channel.Delay),
            PaperClass.Question or PaperClass.Clarification => (Purpose.TravelQuestion, channel.Delay),
            PaperClass.Answer or PaperClass.ClarificationAnswer => (Purpose.TravelAnswer, channel.Delay),
            PaperClass.Input or PaperClass.InformationCopy => (Purpose.TravelInput, channel.Delay),
            PaperClass.PeriodicReport => (Purpose.TravelFigures, channel.ReportDelay ?? channel.Delay),
            _ => (Purpose.TravelReport, channel.ReportDelay ?? channel.Delay),
        };
        var n = paper == PaperClass.PeriodicReport
            ? (uint)Evidence.NumberOf(sent)
            : paper == PaperClass.Reminder && evidence.EscalationKey(sent) is not null ? sent.Route | Evidence.FromAbove
            : evidence.OccurrenceOf(sent, AssignmentOf(sent)) | copy;
        var draw = evidence.Chance.Arrow(
            sent.Body, evidence.Model.FactsOf(to).Hash, evidence.DirectiveOf(sent).Hash, purpose, n);
        var leaves = Math.Max(sent.Tick, channel.Outage?.Until.Value ?? 0);
        return Carried.IsPlain(channel) ? leaves + Math.Max(1, delay.Minutes(draw))
            : new Carried(evidence, sent, to, channel).DueAt(LossOf(paper), n, leaves, delay.Minutes(draw)) ?? int.MaxValue;
    }

    private static bool IsLost(Evidence evidence, in Entry entry)
    {
        var to = Addressee(evidence, entry);
        if (to < 0)
        {
            return false;
        }

        var purpose = LossOf((PaperClass)entry.What);
        var n = entry.What == (byte)PaperClass.PeriodicReport ? entry.Item : evidence.OccurrenceOf(entry, entry.Item);
        n |= evidence.CauseOf(entry) is { } sent ? Evidence.CopyOf(sent) : 0;
        return IsLostOn(evidence, entry, to, purpose, n)
            || (purpose == Purpose.Loss && IsLostOn(evidence, entry, to, purpose, n | SecondCopy));
    }

    private static Purpose LossOf(PaperClass paper) => paper switch
    {
        PaperClass.Directive or PaperClass.Amendment => Purpose.Loss,
        PaperClass.Recall => Purpose.LossRecall,
        PaperClass.RecallAnswer => Purpose.LossRecallAnswer,
        PaperClass.Reminder => Purpose.LossReminder,
        PaperClass.Inspection => Purpose.LossInspection,
        PaperClass.Escalation => Purpose.LossEscalation,
        PaperClass.RulingQuestion => Purpose.LossRulingQuestion,
        PaperClass.Ruling => Purpose.LossRuling,
        PaperClass.Question or PaperClass.Clarification => Purpose.LossQuestion,
        PaperClass.Answer or PaperClass.ClarificationAnswer => Purpose.LossAnswer,
        PaperClass.Input or PaperClass.InformationCopy => Purpose.LossInput,
        PaperClass.PeriodicReport => Purpose.LossFigures,
        _ => Purpose.LossReport,
    };

    private static bool IsLostOn(Evidence evidence, in Entry entry, int to, Purpose purpose, uint n)
    {
        var channel = ChannelOf(evidence, entry.Body, entry.Tick);
        return channel.Outage is { Loses: true }
            || evidence.Chance.Arrow(
                entry.Body, evidence.Model.FactsOf(to).Hash, evidence.DirectiveOf(entry).Hash, purpose, n) < channel.Loss
            || (entry.Kind == EntryKind.Lost && !Carried.IsPlain(channel)
                && new Carried(evidence, entry, to, channel).IsLost(purpose, n, entry.Server));
    }

    private static PaperClass ClassOf(Evidence evidence, in Entry entry) =>
        evidence.DirectiveOf(entry).Source.Relation is { Kind: not RelationKind.Implements }
            ? PaperClass.Amendment
            : PaperClass.Directive;

    private static bool IsSentTwice(Evidence evidence, in Entry sent, int to, PaperClass paper)
    {
        var directive = evidence.DirectiveOf(sent);
        return paper.BringsDirective() && sent.Kind == EntryKind.Issued
            && (Draw(sent, Purpose.Duplicate) < directive.Source.Duplicates
                || Draw(sent, Purpose.SentTwice) < ChannelOf(evidence, sent.Body, sent.Tick).Duplicates);

        double Draw(in Entry sent, Purpose purpose) =>
            evidence.Chance.Arrow(sent.Body, evidence.Model.FactsOf(to).Hash, directive.Hash, purpose, 0);
    }

    /// <summary>When the two copies of a paper that is sent twice come, if they do.</summary>
    private static IEnumerable<int> TwinsOf(Evidence evidence, Entry sent, int to, PaperClass paper) =>
        new[] { 0U, SecondCopy }
            .Where(copy => !IsLostOn(evidence, sent, to, Purpose.Loss, sent.Route | copy))
            .Select(copy => DueOf(evidence, sent, to, paper, copy))
            .Where(due => due <= evidence.Until)
            .Order();

    private static int Addressee(Evidence evidence, in Entry entry)
    {
        var upper = ((ulong)entry.A << 24) | (uint)entry.B;
        return evidence.Model.Bodies
            .Select((_, index) => index)
            .Where(index => evidence.Model.FactsOf(index).Hash >> 16 == upper)
            .DefaultIfEmpty(-1)
            .First();
    }

    private static Channel ChannelOf(Evidence evidence, ulong body, int tick) =>
        evidence.ModelAt(tick).Channels[evidence.ModelAt(tick).FactsOf(evidence.IndexOf(body)).Channel];
}
