using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;

namespace Simulator.Tests.Kernel.Checkers;

/// <summary>
/// An unregistered paper binds nobody: where a kind registers, registering comes before anything else that
/// is done about a directive, but for letters about it and a relay that was pinned to its moment.
/// </summary>
internal sealed class RegistrationChecker : IChecker
{
    public IEnumerable<string> Complaints(Evidence evidence)
    {
        foreach (var dossier in evidence.Dossiers)
        {
            var first = dossier.First();
            if (evidence.IndexOf(first.Body) < 0 || !evidence.Takes(first.Body, Step.Register))
            {
                continue;
            }

            var registered = new HashSet<byte>();
            var bound = evidence.IsIssuer(first);
            foreach (var entry in dossier)
            {
                if (entry is { Kind: EntryKind.StepEnded, Step: Step.Register })
                {
                    if (evidence.CauseOf(entry) is not ({ BringsDirective: true } or { Kind: EntryKind.Superseded }
                            or { What: (byte)PaperClass.ClarificationAnswer, Kind: EntryKind.Arrived })
                        || !registered.Add(entry.Route))
                    {
                        yield return $"no paper to register, or none any more: {evidence.InWords(entry)}";
                    }

                    bound |= evidence.IsHandled(entry);
                }
                else if (!bound && !NeedsNoRegistering(evidence, entry))
                {
                    yield return $"done about an unregistered paper: {evidence.InWords(entry)}";
                }

                if (entry.Kind == EntryKind.Filed && !registered.Contains(entry.Route))
                {
                    yield return $"filed and not registered: {evidence.InWords(entry)}";
                }
            }
        }
    }

    private static bool NeedsNoRegistering(Evidence evidence, in Entry entry)
    {
        if (entry.Kind is EntryKind.Unseen or EntryKind.Noticed or EntryKind.Arrived or EntryKind.Filed
                or EntryKind.Inspected or EntryKind.Sanctioned
                or EntryKind.DiligenceLifted or EntryKind.Unresolved or EntryKind.Superseded or EntryKind.RecallAnswered
                or EntryKind.Updated
            || entry is { Kind: EntryKind.Closed, Item: 3 }
            || entry is { Kind: EntryKind.Lost, What: (byte)PaperClass.RecallAnswer or (byte)PaperClass.Acknowledgement }
            || entry is { Kind: EntryKind.Lost, What: (byte)PaperClass.Clarification }
            || entry is { Kind: EntryKind.Lost, What: (byte)PaperClass.Report, Route: > 0 }
            || entry.Kind == EntryKind.WorkStopped || entry.Step is Step.Clarify or Step.FileDuplicate or Step.RegisterRecall
            || entry.Step is Step.RegisterReminder or Step.RegisterInspection or Step.RegisterInput
            || (entry.Step == Step.RegisterReport && evidence.CollectsFor(entry) >= 0))
        {
            return true;
        }

        var directive = evidence.DirectiveOf(entry).Source.Id;
        var body = evidence.Model.Bodies[evidence.IndexOf(entry.Body)].Id;
        return evidence.Model.Source.Pinned.Any(paper => paper.Directive == directive && paper.From == body)
            && (entry.Kind is EntryKind.Issued or EntryKind.Lost or EntryKind.FollowedUp or EntryKind.Escalated or EntryKind.Unacknowledged
                    or (>= EntryKind.AssignmentLost and <= EntryKind.AttachmentLost)
                    or (>= EntryKind.Asked and <= EntryKind.SilencePassed)
                || entry.Step is Step.RegisterReport or Step.Remind or Step.Inspect or Step.RegisterQuestion or Step.Decide
                    or Step.Ask or Step.RegisterAnswer or Step.Escalate or Step.RegisterEscalation);
    }
}
