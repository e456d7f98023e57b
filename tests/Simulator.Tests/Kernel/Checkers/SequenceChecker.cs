using Simulator.Kernel.Interventions;
using Simulator.Kernel.Journal;

namespace Simulator.Tests.Kernel.Checkers;

/// <summary>
/// A body counts its entries 1, 2, 3, … without a gap, its clock never goes back, and the journal is in the
/// order of its key: tick, body in the order of ids, sequence.
/// </summary>
internal sealed class SequenceChecker : IChecker
{
    public IEnumerable<string> Complaints(Evidence evidence)
    {
        var last = new Dictionary<ulong, (uint Sequence, int Tick)>();
        var before = (Tick: -1, Rank: -1);
        foreach (var entry in evidence.Entries)
        {
            var isDirector = entry.Body == Director.Hash;
            if ((isDirector && evidence.InterventionOf(entry) is null) || (!isDirector && !IsKnown(evidence, entry)))
            {
                yield return $"an entry of a body or a directive that nobody declared: {entry}";
                continue;
            }

            var (sequence, tick) = last.GetValueOrDefault(entry.Body);
            if (entry.Sequence != sequence + 1)
            {
                yield return $"{sequence} should be followed by {sequence + 1}: {evidence.InWords(entry)}";
            }

            if (entry.Tick < tick || entry.Tick > evidence.Until)
            {
                yield return $"out of its time: {evidence.InWords(entry)}";
            }

            var key = (entry.Tick, isDirector ? -1 : evidence.Model.FactsOf(evidence.IndexOf(entry.Body)).Rank);
            if (key.CompareTo(before) < 0)
            {
                yield return $"out of order: {evidence.InWords(entry)}";
            }

            last[entry.Body] = (entry.Sequence, entry.Tick);
            before = key;
        }
    }

    private static bool IsKnown(Evidence evidence, in Entry entry) => evidence.IndexOf(entry.Body) >= 0
        && (evidence.RootOf(entry) >= 0 || evidence.EventOf(entry) is not null || entry.Kind == EntryKind.Absent);
}
