using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;

namespace Simulator.Tests.Kernel.Checkers;

/// <summary>
/// A report never counts a body twice, unless that has taken a second paper for a new directive: following causes
/// down from what a body closes with, each body that was counted is met once for each paper that it has handled, and
/// they are as many as the entry says.
/// </summary>
internal sealed class CountingChecker : IChecker
{
    public IEnumerable<string> Complaints(Evidence evidence)
    {
        var counted = new Dictionary<(ulong Body, uint Root, byte File, int Number), List<(ulong Body, byte File)>>();
        foreach (var entry in evidence.Entries.Where(entry => entry.Kind is EntryKind.Closed or EntryKind.FiguresClosed))
        {
            var file = evidence.FileOf(entry);
            List<(ulong, byte)> met = evidence.IsIssuer(entry) ? [] : [(entry.Body, file)];
            foreach (var report in Evidence.Told(evidence, entry).Where(report => report.A > 0))
            {
                var number = report.What == (byte)PaperClass.Report ? 0 : report.Item;
                var sender = evidence.CauseOf(report) is { } sent ? evidence.FileOf(sent) : (byte)0;
                if (entry is not { Kind: EntryKind.Closed, Item: 0 or 2 or 3 } || number == 0)
                {
                    met.AddRange(counted.GetValueOrDefault((report.CauseBody, report.Root, sender, number)) ?? []);
                }
            }

            counted.TryAdd((entry.Body, entry.Root, file, entry.Kind == EntryKind.Closed ? 0 : entry.Item), met);
            if (met.Count != entry.A || met.Distinct().Count() != met.Count)
            {
                yield return $"{met.Distinct().Count()} bodies were met, {met.Count} times: {evidence.InWords(entry)}";
            }
        }
    }
}
