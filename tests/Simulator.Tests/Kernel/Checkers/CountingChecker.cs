using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;

namespace Simulator.Tests.Kernel.Checkers;

/// <summary>
/// A report never counts a body twice: following causes down from what a body closes with, each body that was
/// counted is met once, and they are as many as the entry says.
/// </summary>
internal sealed class CountingChecker : IChecker
{
    public IEnumerable<string> Complaints(Evidence evidence)
    {
        var counted = new Dictionary<(ulong Body, uint Root, int Number), List<ulong>>();
        foreach (var entry in evidence.Entries.Where(entry => entry.Kind is EntryKind.Closed or EntryKind.FiguresClosed))
        {
            List<ulong> met = evidence.IsIssuer(entry) ? [] : [entry.Body];
            foreach (var report in Evidence.Told(evidence, entry).Where(report => report.A > 0))
            {
                var number = report.What == (byte)PaperClass.Report ? 0 : report.Item;
                if (entry is not { Kind: EntryKind.Closed, Item: 0 or 2 or 3 } || number == 0)
                {
                    met.AddRange(counted.GetValueOrDefault((report.CauseBody, report.Root, number)) ?? []);
                }
            }

            counted.TryAdd((entry.Body, entry.Root, entry.Kind == EntryKind.Closed ? 0 : entry.Item), met);
            if (met.Count != entry.A || met.Distinct().Count() != met.Count)
            {
                yield return $"{met.Distinct().Count()} bodies were met, {met.Count} times: {evidence.InWords(entry)}";
            }
        }
    }
}
