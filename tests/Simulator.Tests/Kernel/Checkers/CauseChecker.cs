using Simulator.Kernel.Documents;
using Simulator.Kernel.Interventions;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;

namespace Simulator.Tests.Kernel.Checkers;

/// <summary>
/// Nothing acts on what it has not received: what enabled an entry is an earlier one of the same body, or,
/// for an arrival, an entry by which another body sent just such a paper to this one.
/// </summary>
internal sealed class CauseChecker : IChecker
{
    public IEnumerable<string> Complaints(Evidence evidence)
    {
        foreach (var entry in evidence.Entries)
        {
            if (entry.Kind is EntryKind.EventOccurred or EntryKind.Absent || IsByDirector(entry))
            {
                continue; // see EventChecker and InterventionChecker; and people come and go without a paper
            }

            if (entry.CauseSequence == 0)
            {
                if (entry.Kind is not (EntryKind.Issued or EntryKind.Kept or EntryKind.RecallSent) || !evidence.IsIssuer(entry)
                    || entry.CauseBody != entry.Body)
                {
                    yield return $"nothing enabled {evidence.InWords(entry)}";
                }
            }
            else if (evidence.CauseOf(entry) is not { } cause)
            {
                yield return $"what enabled it was never written: {evidence.InWords(entry)}";
            }
            else if (cause.Root != entry.Root && !IsConflict(entry, cause)
                && !IsNewsOf(evidence, entry, cause) && !IsByNewer(evidence, entry, cause))
            {
                yield return $"enabled by another directive: {evidence.InWords(entry)}";
            }
            else if (entry.Kind is EntryKind.Arrived or EntryKind.Unseen)
            {
                if (!IsSentFor(evidence, entry, cause))
                {
                    yield return $"{evidence.InWords(cause)} did not send {evidence.InWords(entry)}";
                }
            }
            else if (!IsOwnAndEarlier(entry, cause))
            {
                yield return $"{evidence.InWords(cause)} cannot have enabled {evidence.InWords(entry)}";
            }
        }
    }

    /// <summary>What gives way may be of the one directive or of the other.</summary>
    private static bool IsConflict(in Entry entry, in Entry cause) =>
        (entry.Kind == EntryKind.GaveWay && cause.Kind == EntryKind.ConflictFound)
        || (entry.Kind == EntryKind.RulingTaken && cause.Kind == EntryKind.RulingTaken);

    private static bool IsByDirector(in Entry entry) => entry.CauseBody == Director.Hash
        && (entry.Body == Director.Hash || entry.Kind == EntryKind.FollowedUp);

    /// <summary>What an event sets off is about the directive that wants it reported.</summary>
    private static bool IsNewsOf(Evidence evidence, in Entry entry, in Entry cause) =>
        evidence.EventOf(cause) is { } happened && evidence.DirectiveOf(entry).Flash is { } flash
        && flash.NumberOf(evidence.Model.Events.ToList().IndexOf(happened)) is > 0 and var number
        && (entry.Kind == EntryKind.DelayedByLoad || Evidence.FlashOf(entry) == number);

    /// <summary>A paper loses its force, or is changed, as another that names it is handled.</summary>
    private static bool IsByNewer(Evidence evidence, in Entry entry, in Entry cause) =>
        entry.Kind is EntryKind.Superseded or EntryKind.Updated
        && evidence.DirectiveOf(cause).Source.Relation is { } relation
        && relation.Directive == evidence.DirectiveOf(entry).Source.Id;

    /// <summary>Asking the sender what a reference means, and being told.</summary>
    private static bool IsClarification(in Entry cause) =>
        cause is { Kind: EntryKind.StepEnded, Step: Step.Clarify or Step.AnswerClarification }
            or { Kind: EntryKind.Unresolved, Item: 1 }
            or { Kind: EntryKind.Arrived, What: (byte)PaperClass.Clarification };

    private static bool IsOwnAndEarlier(in Entry entry, in Entry cause) =>
        cause.Body == entry.Body && cause.Sequence < entry.Sequence && cause.Tick <= entry.Tick
        && (entry.Kind != EntryKind.StepEnded || (entry.Started >= cause.Tick && entry.Started <= entry.Tick));

    private static bool IsSentFor(Evidence evidence, in Entry entry, in Entry cause) =>
        cause.Body != entry.Body && entry.Started == cause.Tick && entry.Started < entry.Tick
        && (entry is { What: (byte)PaperClass.Reminder, B: 1 }
            ? IsReminderFromAbove(evidence, entry, cause)
            : Sends(evidence, cause, (PaperClass)entry.What) && IsAddressed(evidence, entry, cause));

    /// <summary>It goes to nobody but whom the sender was told of.</summary>
    private static bool IsReminderFromAbove(Evidence evidence, in Entry entry, in Entry cause) =>
        evidence.EscalationBefore(cause) is { } told && evidence.SilentIn(told) == evidence.IndexOf(entry.Body)
        && (evidence.Takes(cause.Body, Step.Remind) ? cause.Step == Step.Remind
            : evidence.Takes(cause.Body, Step.RegisterEscalation) ? cause.Step == Step.RegisterEscalation
            : cause.Kind == EntryKind.Arrived);

    private static bool Sends(Evidence evidence, in Entry cause, PaperClass paper) => paper switch
    {
        PaperClass.Directive or PaperClass.Amendment =>
            cause.Kind == EntryKind.Issued || cause is { Kind: EntryKind.Unacknowledged, What: 1 },
        PaperClass.Acknowledgement => evidence.Acknowledges(cause),
        PaperClass.Recall => cause.Kind == EntryKind.RecallSent,
        PaperClass.RecallAnswer => cause.Kind == EntryKind.RecallAnswered,
        PaperClass.Clarification or PaperClass.ClarificationAnswer => IsClarification(cause),
        PaperClass.Report => SendsOff(cause, PaperClass.Report) || cause is { Kind: EntryKind.Unsent, What: 1 }
            || cause is { Kind: EntryKind.Closed, What: 1 or 2 } || cause.Kind == EntryKind.Filed,
        PaperClass.FlashReport => evidence.Takes(cause.Body, Step.Compile, Step.SignReport, Step.IssueReport)
            ? SendsOff(cause, paper)
            : cause.Kind == EntryKind.EventOccurred || Evidence.FlashOf(cause) > 0,
        PaperClass.PeriodicReport => SendsOff(cause, paper) || cause is { Kind: EntryKind.FiguresClosed, What: 1 },
        PaperClass.Reminder => evidence.Takes(cause.Body, Step.Remind)
            ? cause is { Kind: EntryKind.StepEnded, Step: Step.Remind }
            : cause is { Kind: EntryKind.FollowedUp, What: 0 },
        PaperClass.Escalation => evidence.Takes(cause.Body, Step.Escalate)
            ? SendsOff(cause, paper)
            : cause.Kind == EntryKind.Escalated,
        PaperClass.Inspection => evidence.Takes(cause.Body, Step.Inspect)
            ? SendsOff(cause, paper)
            : cause is { Kind: EntryKind.FollowedUp, What: 1 },
        PaperClass.RulingQuestion => cause.Kind == EntryKind.RulingAsked,
        PaperClass.Ruling => cause.Kind == EntryKind.Ruled,
        PaperClass.InformationCopy => cause.Kind == EntryKind.Issued,
        PaperClass.Input => evidence.Takes(cause.Body, Step.Contribute, Step.IssueInput)
            ? SendsOff(cause, paper)
            : evidence.EndsHandling(cause)
                || cause is { Kind: EntryKind.Contribution, What: (byte)ContributionState.Resumed },
        PaperClass.PromptReport => evidence.Takes(cause.Body, Step.Compile, Step.SignReport, Step.IssueReport)
            ? SendsOff(cause, paper)
            : !evidence.Takes(cause.Body, Step.CarryOut) || cause.Step == Step.CarryOut,
        PaperClass.Question when evidence.Model.FollowsQuestions => cause.Kind == EntryKind.Asked,
        PaperClass.Answer when evidence.Model.FollowsQuestions => Evidence.SendsAnswer(cause),
        PaperClass.Question => !evidence.Takes(cause.Body, Step.Ask) || SendsOff(cause, paper),
        PaperClass.Answer => evidence.Takes(cause.Body, Step.RegisterQuestion, Step.Decide)
            ? SendsOff(cause, paper)
            : cause is { Kind: EntryKind.Arrived, What: (byte)PaperClass.Question },
        _ => false,
    };

    private static bool SendsOff(in Entry cause, PaperClass paper) =>
        cause.Kind == EntryKind.StepEnded && cause.What == (byte)paper;

    /// <summary>Down to an addressee, up to the body whose paper it was, back to the one who asked.</summary>
    private static bool IsAddressed(Evidence evidence, in Entry entry, in Entry cause)
    {
        switch ((PaperClass)entry.What)
        {
            case PaperClass.InformationCopy:
                return evidence.Model.CopiesOf(evidence.RootOf(cause), evidence.IndexOf(cause.Body))
                    .Contains(evidence.IndexOf(entry.Body));
            case PaperClass.Input:
                return evidence.DirectiveOf(cause).Inputs!.LeadsOf(evidence.IndexOf(cause.Body), entry.Item)
                    .Contains(evidence.IndexOf(entry.Body));
            case PaperClass.RulingQuestion or PaperClass.Ruling:
                return evidence.RulingGoesTo(cause) == evidence.IndexOf(entry.Body)
                    && (cause.Item, cause.A, cause.B) == (entry.Item, entry.A, entry.B);
            case PaperClass.Reminder or PaperClass.Inspection:
                return evidence.ReportersOf(cause).Contains(evidence.IndexOf(entry.Body));
            case PaperClass.Answer when evidence.Model.FollowsQuestions:
                return evidence.AskedBy(cause) is { } question && question.CauseBody == entry.Body
                    && (question.Item, question.A) == (entry.Item, entry.A) && entry.B == cause.What;
            case PaperClass.Directive or PaperClass.Amendment or PaperClass.Recall:
                return evidence.AddresseesOf(cause).Contains(evidence.IndexOf(entry.Body));
            case PaperClass.Acknowledgement:
                var sender = entry.Body;
                return evidence.DossierOf(cause).Any(other => other.BringsDirective && other.CauseBody == sender);
            case PaperClass.RecallAnswer:
                return evidence.ArrivalOf(cause) is { What: (byte)PaperClass.Recall } recall
                    && recall.CauseBody == entry.Body && entry.A == cause.What;
            case PaperClass.ClarificationAnswer:
                return evidence.ArrivalOf(cause) is { What: (byte)PaperClass.Clarification } unclear
                    && unclear.CauseBody == entry.Body;
            case PaperClass.Answer:
                return evidence.ArrivalOf(cause) is { What: (byte)PaperClass.Question } asked
                    && asked.CauseBody == entry.Body && asked.Item == entry.Item;
            case PaperClass.Report:
                var receiver = entry.Body;
                return evidence.DossierOf(cause).Any(other => other.BringsDirective && evidence.Model.FactsOf(evidence.Model.ReportsTo(
                        evidence.RootOf(other), evidence.IndexOf(other.Body), evidence.IndexOf(other.CauseBody))).Hash
                        == receiver);
            default:
                return evidence.PaperFrom(cause with { Root = entry.Root }) == entry.Body;
        }
    }
}
