using Simulator.Kernel.Chance;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;

namespace Simulator.Tests.Kernel.Checkers;

/// <summary>
/// A paper that came unseen is not worked on before it is noticed; it is noticed once, in its time or by a reminder, an inspection
/// or a question about the directive, and then by the first that comes; and a report that was not sent is sent by such a paper.
/// </summary>
internal sealed class UnseenChecker : IChecker
{
    public IEnumerable<string> Complaints(Evidence evidence)
    {
        foreach (var dossier in evidence.Dossiers)
        {
            var box = new Dictionary<uint, Entry>();
            var entries = dossier.ToList();
            for (var place = 0; place < entries.Count; place++)
            {
                var entry = entries[place];
                if (entry.Kind == EntryKind.Unseen)
                {
                    box.Add(entry.Sequence, entry);
                }
                else if (entry.Kind == EntryKind.Noticed)
                {
                    var wasThere = box.Remove((uint)entry.A, out var unseen);
                    // It may come into a file of its own.
                    var arrived = evidence.CauseOf(
                        entry with { CauseBody = entry.Body, CauseSequence = entry.Sequence + 1 }) ?? default;
                    if (!wasThere || unseen.What != entry.What || !IsReason(evidence, entry, unseen))
                    {
                        yield return $"nothing to notice, or nothing to notice it by: {evidence.InWords(entry)}";
                    }
                    else if (arrived.Kind != EntryKind.Arrived || arrived.Tick != entry.Tick
                        || (arrived.CauseBody, arrived.CauseSequence) != (unseen.CauseBody, unseen.CauseSequence)
                        || arrived.What != unseen.What)
                    {
                        yield return $"it was not taken in: {evidence.InWords(entry)}";
                    }
                }
                else if (IsOverdue(evidence, entry, box.Values) is { } forgotten)
                {
                    yield return $"it should have been noticed: {evidence.InWords(forgotten)}";
                }

                if (entry.Kind == EntryKind.Unsent && !IsRightlyUnsent(evidence, entry, entries))
                {
                    yield return $"it was not drawn so, or nobody asked: {evidence.InWords(entry)}";
                }
            }
        }
    }

    private static bool IsReason(Evidence evidence, in Entry noticed, in Entry unseen) => noticed.Item switch
    {
        1 => noticed.CauseSequence == unseen.Sequence && NoticedAfter(evidence, unseen) is { } after
            && noticed.Tick == unseen.Tick + after,
        2 => IsBy(evidence, noticed, PaperClass.Reminder),
        3 => IsBy(evidence, noticed, PaperClass.Inspection),
        4 => IsBy(evidence, noticed, PaperClass.Question),
        _ => false,
    };

    private static bool IsBy(Evidence evidence, in Entry noticed, PaperClass paper) =>
        evidence.CauseOf(noticed) is { Kind: EntryKind.Arrived } cause && cause.What == (byte)paper && cause.Tick == noticed.Tick;

    private static int? NoticedAfter(Evidence evidence, in Entry unseen)
    {
        var model = evidence.ModelAt(unseen.Tick);
        return model.Channels[model.FactsOf(evidence.IndexOf(unseen.CauseBody)).Channel].NoticedAfter?.Minutes;
    }

    /// <summary>One that nobody noticed although its time was over, or a paper that asks had come.</summary>
    private static Entry? IsOverdue(Evidence evidence, Entry entry, IEnumerable<Entry> box)
    {
        foreach (var unseen in box)
        {
            var asked = entry.Kind == EntryKind.StepEnded && evidence.CauseOf(entry) is { Kind: EntryKind.Arrived } cause
                && cause.Sequence > unseen.Sequence
                && cause.What is (byte)PaperClass.Reminder or (byte)PaperClass.Inspection or (byte)PaperClass.Question;
            if (asked || (NoticedAfter(evidence, unseen) is { } after && entry.Tick > unseen.Tick + after))
            {
                return unseen;
            }
        }

        return null;
    }

    private static bool IsRightlyUnsent(Evidence evidence, Entry unsent, List<Entry> dossier)
    {
        if (unsent.What == 1)
        {
            return dossier.Exists(entry => entry is { Kind: EntryKind.Unsent, What: 0 } && entry.Sequence < unsent.Sequence)
                && (evidence.CauseOf(unsent) is { Kind: EntryKind.Inspected }
                    || evidence.ArrivalOf(evidence.CauseOf(unsent)!.Value) is { What: (byte)PaperClass.Reminder });
        }

        var model = evidence.ModelAt(unsent.Tick);
        var draw = evidence.Chance.Arrow(
            unsent.Body, evidence.ReportsTo(unsent)!.Value, evidence.DirectiveOf(unsent).Hash, Purpose.Unsent, unsent.Route);
        return draw < model.Channels[model.FactsOf(evidence.IndexOf(unsent.Body)).Channel].Unsent;
    }
}
