using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;

namespace Simulator.Tests.Kernel.Checkers;

/// <summary>A dossier is closed once, and reported once, after it has been closed.</summary>
internal sealed class ClosingChecker : IChecker
{
    public IEnumerable<string> Complaints(Evidence evidence)
    {
        foreach (var dossier in evidence.Dossiers)
        {
            var closed = false;
            var reported = false;
            foreach (var entry in dossier)
            {
                var reports = entry.Kind == EntryKind.StepEnded && entry.What == (byte)PaperClass.Report;
                if (reports && (!closed || reported))
                {
                    yield return $"reported before it was closed, or again: {evidence.InWords(entry)}";
                }

                if (entry.Kind == EntryKind.Closed && closed)
                {
                    yield return $"closed again: {evidence.InWords(entry)}";
                }

                closed |= entry.Kind == EntryKind.Closed;
                reported |= reports;
            }
        }
    }
}
