using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;

namespace Simulator.Tests.Kernel.Checkers;

/// <summary>
/// A report never counts a body twice: following causes down from what a body closes with, each body that was
/// counted is met once, and they are as many as the entry says.
/// </summary>
internal sealed class CountingChecker : IChecker
{
    public IEnumerable<string> Complaints(Evidence evidence)
    {
        var counted = new Dictionary<(ulong Body, uint Root), List<ulong>>();
        var met = new Dictionary<(ulong Body, uint Root), List<ulong>>();
        foreach (var entry in evidence.Entries)
        {
            var key = (entry.Body, entry.Root);
            if (TakenIn(evidence, entry) is { A: > 0 } report && !counted.ContainsKey(key)
                && counted.TryGetValue((report.CauseBody, report.Root), out var below))
            {
                met.TryAdd(key, []);
                met[key].AddRange(below);
            }
            else if (entry.Kind == EntryKind.Closed)
            {
                List<ulong> all = [.. met.GetValueOrDefault(key) ?? []];
                if (!evidence.IsIssuer(entry))
                {
                    all.Add(entry.Body);
                }

                counted.TryAdd(key, all);
                if (all.Count != entry.A || all.Distinct().Count() != all.Count)
                {
                    yield return $"{all.Distinct().Count()} bodies were met, {all.Count} times: "
                        + evidence.InWords(entry);
                }
            }
        }
    }

    /// <summary>The report that an entry takes in: by registering it or, where nobody does, by its arrival.</summary>
    private static Entry TakenIn(Evidence evidence, in Entry entry)
    {
        var arrival = entry.Step == Step.RegisterReport ? evidence.CauseOf(entry) ?? default
            : evidence.Takes(entry.Body, Step.RegisterReport) ? default
            : entry;
        return arrival is { Kind: EntryKind.Arrived, What: (byte)PaperClass.Report } ? arrival : default;
    }
}
