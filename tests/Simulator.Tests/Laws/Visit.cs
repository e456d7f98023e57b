using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;

namespace Simulator.Tests.Laws;

/// <summary>One paper's stay at a post, as the journal tells it.</summary>
internal readonly record struct Visit(uint Root, int Arrived, int Started, int Ended)
{
    public int Wait => Started - Arrived;

    public int Stay => Ended - Arrived;

    /// <summary>The visits of papers whose handling is a single step, in the order of their arrival.</summary>
    public static List<Visit> Of(IReadOnlyList<Entry> entries, Step step)
    {
        var arrivals = entries.Where(entry => entry.Kind == EntryKind.Arrived)
            .ToDictionary(entry => entry.Sequence, entry => entry.Tick);
        return
        [
            .. entries.Where(entry => entry.Kind == EntryKind.StepEnded && entry.Step == step)
                .Select(entry => new Visit(entry.Root, arrivals[entry.CauseSequence], entry.Started, entry.Tick))
                .OrderBy(visit => visit.Arrived),
        ];
    }
}
