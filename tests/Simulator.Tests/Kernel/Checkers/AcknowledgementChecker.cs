using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Organisation;

namespace Simulator.Tests.Kernel.Checkers;

/// <summary>
/// Every registration of a directive by whose channel that is asked for is acknowledged once, and nothing else is; a directive is
/// sent again only where no acknowledgement has come since it left, and no more often than the rule says.
/// </summary>
internal sealed class AcknowledgementChecker : IChecker
{
    public IEnumerable<string> Complaints(Evidence evidence)
    {
        var told = evidence.Of(EntryKind.Arrived).Where(entry => entry.What == (byte)PaperClass.Acknowledgement).ToList();
        var arrived = told.ToLookup(entry => (entry.CauseBody, entry.CauseSequence));
        var lost = evidence.Of(EntryKind.Lost).Where(entry => entry.What == (byte)PaperClass.Acknowledgement)
            .ToLookup(entry => (entry.Body, entry.CauseSequence));
        foreach (var entry in evidence.Entries.Where(entry => evidence.RootOf(entry) >= 0 && evidence.IndexOf(entry.Body) >= 0))
        {
            var (came, went) = (arrived[(entry.Body, entry.Sequence)].Count(), lost[(entry.Body, entry.Sequence)].Count());
            if (came + went > 0 && (came + went > 1 || !IsAsked(evidence, entry)))
            {
                yield return $"acknowledged {came + went} times: {evidence.InWords(entry)}";
            }
        }

        foreach (var dossier in evidence.Of(EntryKind.Unacknowledged).GroupBy(entry => (entry.Body, entry.Root)))
        {
            foreach (var complaint in Resends(evidence, [.. dossier], told))
            {
                yield return complaint;
            }
        }
    }

    private static bool IsAsked(Evidence evidence, in Entry entry) =>
        evidence.Acknowledges(entry) && evidence.DossierOf(entry).Any(other => other.BringsDirective
            && evidence.Model.Channels[evidence.Model.FactsOf(evidence.IndexOf(other.CauseBody)).Channel].Acknowledgement is not null);

    private static IEnumerable<string> Resends(Evidence evidence, List<Entry> dossier, List<Entry> told)
    {
        var sent = new Dictionary<(int, int), int>();
        foreach (var entry in dossier)
        {
            var rule = RuleAt(evidence, entry);
            var before = sent.GetValueOrDefault((entry.A, entry.B));
            if (rule is null || entry.Item != before || entry.What != (before < rule.Resends ? 1 : 0))
            {
                yield return $"{before} times before, and the rule is {rule}: {evidence.InWords(entry)}";
            }

            if (told.Exists(word => word.Body == entry.Body && word.Root == entry.Root && word.Tick <= entry.Tick
                && word.Sequence < entry.Sequence
                && word.CauseBody >> 40 == (ulong)entry.A && (word.CauseBody >> 16 & 0xFF_FFFF) == (ulong)entry.B))
            {
                yield return $"it had been acknowledged: {evidence.InWords(entry)}";
            }

            sent[(entry.A, entry.B)] = before + entry.What;
        }
    }

    private static AcknowledgementRule? RuleAt(Evidence evidence, in Entry entry)
    {
        var model = evidence.ModelAt(entry.Tick);
        return model.Channels[model.FactsOf(evidence.IndexOf(entry.Body)).Channel].Acknowledgement;
    }
}
