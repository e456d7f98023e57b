using Simulator.Analysis.Traces;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;

namespace Simulator.Analysis.Blame;

/// <summary>
/// Whether as many people as a post can have were not enough. A post gives its free person with the lowest number a
/// paper, so that all were at work if the last one was; other papers of the day say it themselves when they delay.
/// </summary>
internal static class Crowding
{
    internal static bool Is(RunTrace trace)
    {
        foreach (ref readonly var entry in trace.Entries)
        {
            var step = entry.Kind switch
            {
                EntryKind.StepEnded when entry.Server == Resource.MostHeads - 1 => entry.Step,
                EntryKind.DelayedByLoad => (Step)entry.What,
                _ => Step.None,
            };
            if (step != Step.None && trace.Model.PostOf(trace.BodyOf(entry), step)?.Heads == Resource.MostHeads)
            {
                return true;
            }
        }

        return false;
    }
}
