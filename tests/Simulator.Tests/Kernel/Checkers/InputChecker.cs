using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;

namespace Simulator.Tests.Kernel.Checkers;

/// <summary>
/// No assignment whose lead waits for inputs is begun before all that it is owed are registered, or its limit has
/// passed; the wait ends with the last registration or at the limit, and what the entries say of it is true.
/// </summary>
internal sealed class InputChecker : IChecker
{
    public IEnumerable<string> Complaints(Evidence evidence) => evidence.Dossiers
        .Where(dossier => evidence.RootOf(dossier.First()) >= 0 && evidence.DirectiveOf(dossier.First()).Inputs is not null)
        .SelectMany(dossier => Complaints(evidence, [.. dossier]));

    private static IEnumerable<string> Complaints(Evidence evidence, List<Entry> dossier)
    {
        var waits = new Dictionary<byte, Entry>();
        var ended = new HashSet<byte>();
        foreach (var entry in dossier)
        {
            var missing = entry.Item == Entry.NoItem ? 0 : Missing(evidence, dossier, entry, entry.Sequence);
            switch (entry.Kind)
            {
                case EntryKind.InputsAwaited:
                    if (!waits.TryAdd(entry.Item, entry) || missing == 0
                        || (entry.A, entry.B) != (evidence.CoordinatorsFor(entry, entry.Item).Count, missing))
                    {
                        yield return $"{missing} are missing: {evidence.InWords(entry)}";
                    }

                    break;
                case EntryKind.InputsEnded:
                    ended.Add(entry.Item);
                    if (!waits.TryGetValue(entry.Item, out var wait) || entry.B != missing || entry.A != wait.A
                        || !IsTheMoment(evidence, entry, wait))
                    {
                        yield return $"not the moment to begin, {missing} are missing: {evidence.InWords(entry)}";
                    }

                    break;
                case EntryKind.StepEnded when entry.Step == Step.CarryOut || (entry.Step == Step.Ask && !evidence.IsPassedUp(entry)):
                    var begun = dossier.LastOrDefault(each => each.Sequence < entry.Sequence && each.Tick <= entry.Started);
                    if (!ended.Contains(entry.Item) && AwaitsAny(evidence, entry)
                        && Missing(evidence, dossier, entry, begun.Sequence + 1) > 0)
                    {
                        yield return $"begun before the inputs were there: {evidence.InWords(entry)}";
                    }

                    break;
            }
        }

        var isWithdrawn = dossier.Exists(entry => entry.Kind == EntryKind.Superseded
            || (entry.Kind == EntryKind.RecallAnswered && entry.What == Recall.Accepted)
            || entry is { Kind: EntryKind.RecallSent, What: 0 });
        foreach (var open in waits.Where(wait => !isWithdrawn && !ended.Contains(wait.Key)))
        {
            var atMost = evidence.DirectiveOf(open.Value).Inputs!.AtMost(open.Key);
            if (Missing(evidence, dossier, open.Value, uint.MaxValue) == 0
                || (atMost >= 0 && open.Value.Tick + Math.Max(1, atMost) <= evidence.Until))
            {
                yield return $"it need not wait any longer: {evidence.InWords(open.Value)}";
            }
        }
    }

    private static bool AwaitsAny(Evidence evidence, in Entry entry) =>
        (evidence.DirectiveOf(entry).Inputs!.Items >> entry.Item & 1) != 0;

    /// <summary>The last input, or a whole limit after the wait began.</summary>
    private static bool IsTheMoment(Evidence evidence, in Entry entry, in Entry wait)
    {
        var atMost = evidence.DirectiveOf(entry).Inputs!.AtMost(entry.Item);
        return entry.What == 1
            ? entry.B > 0 && atMost >= 0 && entry.Tick == wait.Tick + Math.Max(1, atMost)
                && entry.CauseSequence == wait.Sequence
            : entry.B == 0 && evidence.CauseOf(entry) is { } cause && evidence.RegistersInput(cause)
                && cause.Tick == entry.Tick;
    }

    /// <summary>How many of the inputs owed had not been registered before an entry of the body.</summary>
    private static int Missing(Evidence evidence, List<Entry> dossier, Entry about, uint before)
    {
        var owed = evidence.CoordinatorsFor(about, about.Item);
        var there = dossier
            .Where(entry => entry.Sequence < before && evidence.RegistersInput(entry) && entry.Item == about.Item)
            .Select(entry => evidence.ArrivalOf(entry))
            .OfType<Entry>()
            .Select(arrival => evidence.IndexOf(arrival.CauseBody))
            .ToHashSet();
        return owed.Count(body => !there.Contains(body));
    }
}
