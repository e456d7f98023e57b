using Simulator.Kernel.Chance;
using Simulator.Kernel.Interventions;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;

namespace Simulator.Tests.Kernel.Checkers;

/// <summary>
/// A superior reminds when and as often as its rule says and no more, and only while reports are missing;
/// it goes to inspect once.
/// </summary>
internal sealed class FollowUpChecker : IChecker
{
    public IEnumerable<string> Complaints(Evidence evidence)
    {
        foreach (var dossier in evidence.Dossiers)
        {
            var moments = dossier.Where(entry => entry.Kind == EntryKind.FollowedUp).ToLookup(entry => entry.What);
            var before = default(Entry?);
            var (count, byRule) = (0, 0);
            foreach (var entry in moments[0])
            {
                if (entry.CauseBody == Director.Hash)
                {
                    if (entry.B != count++ || entry.A == 0)
                    {
                        yield return $"nobody to be urged, or counted wrongly: {evidence.InWords(entry)}";
                    }

                    continue;
                }

                // The rule that held when the moment was set, be it another since.
                var rule = evidence.FollowUpOf(entry, before?.Tick ?? BeganAt(evidence, entry, dossier));
                if (rule is null || entry.B != count++ || ++byRule > rule.AtMost
                    || (before is { } last && !dossier.Any(each => each.Kind == EntryKind.Updated)
                        && (last.A == 0 || entry.Tick != last.Tick + rule.Again?.Minutes)))
                {
                    yield return $"not the moment to remind: {evidence.InWords(entry)}";
                }

                before = entry;
            }

            foreach (var complaint in Inspections(evidence, dossier, moments[1].Where(entry => entry.CauseBody != Director.Hash)))
            {
                yield return complaint;
            }
        }
    }

    private static IEnumerable<string> Inspections(
        Evidence evidence, IEnumerable<Entry> dossier, IEnumerable<Entry> moments)
    {
        var visits = dossier.Where(entry => entry is { Kind: EntryKind.StepEnded, Step: Step.Inspect })
            .ToLookup(entry => (entry.A, entry.CauseSequence));
        foreach (var twice in visits.Where(visit => visit.Count() > 1))
        {
            yield return $"inspected twice: {evidence.InWords(twice.Last())}";
        }

        foreach (var entry in moments.Skip(1))
        {
            yield return $"it has been there before: {evidence.InWords(entry)}";
        }

        foreach (var entry in moments)
        {
            if (evidence.FollowUpOf(entry)?.InspectsShare is { } share && !AreChosen(evidence, entry, share, visits))
            {
                yield return $"others were chosen for inspection: {evidence.InWords(entry)}";
            }

            if (evidence.FollowUpOf(entry, BeganAt(evidence, entry, dossier)) is not { InspectAfter: { } after }
                || !Starts(evidence, entry, dossier).Contains(entry.Tick - after.Minutes)
                || evidence.FollowUpOf(entry) is not { } rule
                || (!rule.InspectsAll && rule.InspectsShare is null && entry.A == 0))
            {
                yield return $"not the moment to inspect: {evidence.InWords(entry)}";
            }
        }
    }

    /// <summary>Whoever is visited at random is one whom the draw says, whether silent or not.</summary>
    private static bool AreChosen(
        Evidence evidence, Entry moment, double share, ILookup<(int Place, uint Cause), Entry> visits) =>
        visits.Where(visit => visit.Key.Cause == moment.Sequence).All(visit => evidence.Chance.Arrow(
            moment.Body, evidence.Model.FactsOf(evidence.InspectedBy(visit.First())).Hash,
            evidence.DirectiveOf(moment).Hash, Purpose.ChosenForInspection, moment.Route) < share);

    /// <summary>The due dates in the directive, or the issue where that is later; and the issue.</summary>
    private static IEnumerable<int> Starts(Evidence evidence, Entry moment, IEnumerable<Entry> dossier)
    {
        var issued = BeganAt(evidence, moment, dossier);
        return evidence.DirectiveOf(moment).Source.Assignments
            .Select(each => each.Due)
            .Concat(evidence.Model.Source.Directives.SelectMany(each => each.Relation?.Changes ?? []).Select(change => change.Due))
            .Select(due => Math.Max(due?.Value ?? 0, issued))
            .Append(issued);
    }

    /// <summary>From when on a body follows up: its issue, or the end of its handling if it collects for another.</summary>
    private static int BeganAt(Evidence evidence, Entry moment, IEnumerable<Entry> dossier) =>
        evidence.CollectsFor(moment) >= 0
            ? evidence.HandledAt([.. dossier])
            : dossier.Last(entry => entry.Kind == EntryKind.Issued && entry.Sequence < moment.Sequence).Tick;
}
