using Simulator.Kernel.Journal;

namespace Simulator.Analysis.Traces;

/// <summary>How long a paper lay unseen where it had arrived, which its time under way includes.</summary>
public static class UnseenDuring
{
    /// <summary>Minutes; 0: it was seen as it came.</summary>
    /// <param name="trace">The journal.</param>
    /// <param name="leg">The travel of a paper.</param>
    public static int Minutes(RunTrace trace, Leg leg)
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(leg);
        var arrived = leg.Entry;
        for (var sequence = 1U; arrived.Kind == EntryKind.Arrived && sequence < arrived.Sequence; sequence++)
        {
            ref readonly var entry = ref trace.Of(leg.Body, sequence);
            if (entry.Kind == EntryKind.Unseen && entry.What == arrived.What
                && (entry.CauseBody, entry.CauseSequence) == (arrived.CauseBody, arrived.CauseSequence))
            {
                return arrived.Tick - entry.Tick;
            }
        }

        return 0;
    }
}
