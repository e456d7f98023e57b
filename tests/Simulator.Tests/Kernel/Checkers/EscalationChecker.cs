using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;

namespace Simulator.Tests.Kernel.Checkers;

/// <summary>
/// An escalation goes to the body whose paper the sender has, about somebody who is silent, and only after the reminders
/// that the rule asks for; it is passed on only where it says so.
/// </summary>
internal sealed class EscalationChecker : IChecker
{
    public IEnumerable<string> Complaints(Evidence evidence)
    {
        foreach (var dossier in evidence.Dossiers)
        {
            var about = new HashSet<int>();
            foreach (var entry in dossier.Where(entry => entry.Kind == EntryKind.Escalated))
            {
                if (entry.What == 0 && (!IsTheMoment(evidence, [.. dossier], entry) || !about.Add(entry.A)))
                {
                    yield return $"not the moment to turn to the level above: {evidence.InWords(entry)}";
                }
                else if (entry.What != 0 && !IsToPassOn(evidence, entry))
                {
                    yield return $"not to be passed on: {evidence.InWords(entry)}";
                }
            }

            foreach (var entry in dossier.Where(
                entry => entry is { Kind: EntryKind.Arrived, What: (byte)PaperClass.Escalation }))
            {
                if (evidence.CauseOf(entry) is not { } sent || evidence.PaperFrom(sent) != entry.Body)
                {
                    yield return $"not the body whose paper it is: {evidence.InWords(entry)}";
                }
            }
        }
    }

    private static bool IsTheMoment(Evidence evidence, List<Entry> dossier, Entry entry)
    {
        var places = evidence.Model.ReportPlacesOf(evidence.RootOf(entry), evidence.IndexOf(entry.Body));
        var reminded = dossier.Where(each => each is { Kind: EntryKind.FollowedUp, What: 0, A: > 0 }
            && each.Sequence < entry.Sequence).ToList();
        return evidence.FollowUpOf(entry)?.Escalate is { } rule && entry.B == rule.Levels - 1
            && reminded.Index().Any(each => IsSetBy(evidence, each.Item, each.Index + 1, entry.Tick))
            && entry.A < places.Count
            && !dossier.Any(each => each.Sequence < entry.Sequence && HasReported(evidence, each, places[entry.A]));
    }

    /// <summary>Whether a reminder set a moment, by the rule that held then.</summary>
    private static bool IsSetBy(Evidence evidence, in Entry reminder, int number, int moment) =>
        evidence.FollowUpOf(reminder)?.Escalate is { } rule && rule.AfterReminders == number
        && reminder.Tick + rule.After.Minutes == moment;

    private static bool HasReported(Evidence evidence, in Entry entry, int silent) =>
        (evidence.Takes(entry.Body, Step.RegisterReport)
            ? entry is { Kind: EntryKind.StepEnded, Step: Step.RegisterReport } && Evidence.NumberOf(entry) == 0
            : entry.Kind == EntryKind.Arrived)
        && evidence.ArrivalOf(entry) is { What: (byte)PaperClass.Report } report
        && evidence.IndexOf(report.CauseBody) == silent;

    private static bool IsToPassOn(Evidence evidence, in Entry entry) =>
        evidence.CauseOf(entry) is { } taken && evidence.EscalationBefore(taken) is { B: 1 } told && told.A == entry.A
        && evidence.Model.ReportPlacesOf(evidence.RootOf(entry), evidence.IndexOf(entry.Body))[entry.B - 2]
            == evidence.IndexOf(told.CauseBody);
}
