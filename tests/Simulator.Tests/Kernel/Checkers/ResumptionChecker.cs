using Simulator.Kernel.Chance;
using Simulator.Kernel.Conduct;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;

namespace Simulator.Tests.Kernel.Checkers;

/// <summary>
/// What lies aside is got going by a registered reminder that is heeded, by a registered inspection or by an
/// event, and by nothing else; what is ignored only by the last two. An inspection finds all that lies and
/// gets all of it going.
/// </summary>
internal sealed class ResumptionChecker : IChecker
{
    public IEnumerable<string> Complaints(Evidence evidence) =>
        evidence.Dossiers.SelectMany(dossier => Complaints(evidence, [.. dossier]));

    private static IEnumerable<string> Complaints(Evidence evidence, List<Entry> dossier)
    {
        var lies = new Dictionary<byte, EntryKind>();
        var owes = new Dictionary<byte, EntryKind>();
        var handled = evidence.IsIssuer(dossier[0]);
        foreach (var entry in dossier)
        {
            handled |= evidence.EndsHandling(entry);
            switch (entry.Kind)
            {
                case EntryKind.Stalled or EntryKind.Ignored:
                    lies[entry.Item] = entry.Kind;
                    break;
                case EntryKind.Superseded or EntryKind.RecallAnswered when Evidence.EndsForce(entry):
                    lies.Clear();
                    break;
                case EntryKind.Resumed:
                    if (!lies.Remove(entry.Item, out var lay) || !MayResume(evidence, entry, lay))
                    {
                        yield return $"nothing got it going: {evidence.InWords(entry)}";
                    }

                    break;
                case EntryKind.Contribution when entry.What == (byte)ContributionState.Resumed:
                    if (!owes.Remove(entry.Item, out var owed) || !MayResume(evidence, entry, owed))
                    {
                        yield return $"nothing got it going: {evidence.InWords(entry)}";
                    }

                    break;
                case EntryKind.Contribution:
                    owes[entry.Item] = entry.What == (byte)ContributionState.Ignored ? EntryKind.Ignored : EntryKind.Stalled;
                    break;
                case EntryKind.Inspected:
                    if ((entry.A, entry.B) != (Count(EntryKind.Stalled), Count(EntryKind.Ignored))
                        || !IsInspection(evidence, entry) || !AllResume(dossier, entry, lies.Keys)
                        || !AllResume(dossier, entry, owes.Keys, EntryKind.Contribution))
                    {
                        yield return $"{lies.Count} lay there: {evidence.InWords(entry)}";
                    }

                    break;
                case EntryKind.Sanctioned:
                    if (evidence.CauseOf(entry) is not { Kind: EntryKind.Inspected, What: 0, B: > 0 } found
                        || found.B != entry.A)
                    {
                        yield return $"nothing to be sanctioned: {evidence.InWords(entry)}";
                    }

                    break;
            }

            if ((entry is { Kind: EntryKind.StepEnded, Step: Step.CarryOut } && lies.ContainsKey(entry.Item))
                || (entry.Kind == EntryKind.Issued && lies.ContainsKey(Entry.NoItem)))
            {
                yield return $"it lies aside: {evidence.InWords(entry)}";
            }

            if (handled && IsRegistered(evidence, entry, PaperClass.Reminder, Step.RegisterReminder)
                && Count(EntryKind.Stalled) > 0 && IsHeeded(evidence, entry)
                && !(AllResume(dossier, entry, Aside(lies)) && AllResume(dossier, entry, Aside(owes), EntryKind.Contribution)))
            {
                yield return $"it was to be heeded: {evidence.InWords(entry)}";
            }
        }

        int Count(EntryKind kind) => lies.Values.Concat(owes.Values).Count(each => each == kind);
    }

    private static IEnumerable<byte> Aside(Dictionary<byte, EntryKind> lies) =>
        lies.Where(each => each.Value == EntryKind.Stalled).Select(each => each.Key);

    private static bool MayResume(Evidence evidence, in Entry entry, EntryKind lay)
    {
        if (evidence.CauseOf(entry) is not { } cause)
        {
            return false;
        }

        return cause.Kind == EntryKind.Inspected
            || (lay == EntryKind.Stalled
                && IsRegistered(evidence, cause, PaperClass.Reminder, Step.RegisterReminder)
                && IsHeeded(evidence, cause));
    }

    private static bool IsInspection(Evidence evidence, in Entry entry)
    {
        var (body, tick) = (entry.Body, entry.Tick);
        return entry.What == 1
            ? evidence.Of(EntryKind.EventOccurred).Any(each =>
                each.Body == body && each.Tick == tick && each.What == (byte)EventKind.Inspection)
            : evidence.CauseOf(entry) is { } cause
                && IsRegistered(evidence, cause, PaperClass.Inspection, Step.RegisterInspection);
    }

    /// <summary>Whether an entry is the registration of such a paper, or its arrival where none is registered.</summary>
    private static bool IsRegistered(Evidence evidence, in Entry entry, PaperClass paper, Step step) =>
        evidence.Takes(entry.Body, step)
            ? entry.Kind == EntryKind.StepEnded && entry.Step == step
            : entry.Kind == EntryKind.Arrived && entry.What == (byte)paper;

    private static bool IsHeeded(Evidence evidence, in Entry registered) =>
        evidence.ArrivalOf(registered) is { } arrived
        && evidence.Chance.Arrow(
            arrived.CauseBody, arrived.Body, evidence.DirectiveOf(arrived).Hash, Purpose.Heeding, (uint)arrived.A)
            < (arrived.B == 1
                ? evidence.ConductOf(arrived.Body, registered.Tick).HeedsFromAbove
                : evidence.ConductOf(arrived.Body, registered.Tick).Heeds);

    private static bool AllResume(
        List<Entry> dossier, Entry cause, IEnumerable<byte> items, EntryKind what = EntryKind.Resumed) =>
        items.Order().SequenceEqual(dossier
            .Where(entry => entry.Kind == what && entry.CauseSequence == cause.Sequence)
            .Select(entry => entry.Item)
            .Order());
}
