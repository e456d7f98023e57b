using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;

namespace Simulator.Tests.Kernel.Checkers;

/// <summary>
/// Where sanctions rise, a body's first is a reminder of its duty, its second a reprimand, and all others
/// discipline, whatever directive they are about; elsewhere they are all the same.
/// </summary>
internal sealed class SanctionChecker : IChecker
{
    public IEnumerable<string> Complaints(Evidence evidence)
    {
        foreach (var body in evidence.Of(EntryKind.Sanctioned).GroupBy(entry => entry.Body))
        {
            var before = 0;
            foreach (var entry in body.OrderBy(entry => entry.Sequence))
            {
                if (evidence.CauseOf(entry) is not { } found || evidence.CauseOf(found) is not { } taken
                    || evidence.ArrivalOf(taken) is not { What: (byte)PaperClass.Inspection } visit)
                {
                    yield return $"nobody came to inspect: {evidence.InWords(entry)}";
                }
                else if (entry.What != (visit.A == 2 ? Math.Min(++before, 3) : 0) || visit.A == 0)
                {
                    yield return $"not how hard it was to be, after {before}: {evidence.InWords(entry)}";
                }
            }
        }
    }
}
