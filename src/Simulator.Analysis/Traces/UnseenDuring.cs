using Simulator.Kernel.Journal;

namespace Simulator.Analysis.Traces;

/// <summary>How long a paper lay unseen where it had arrived, which its time under way includes.</summary>
public static class UnseenDuring
{
    /// <summary>Minutes; 0: it was seen as it came.</summary>
    /// <param name="trace">The journal.</param>
    /// <param name="handOver">The travel of a paper.</param>
    public static int Minutes(RunTrace trace, HandOver handOver)
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(handOver);
        var arrived = handOver.Entry;
        for (var sequence = 1U; arrived.Kind == EntryKind.Arrived && sequence < arrived.Sequence; sequence++)
        {
            ref readonly var entry = ref trace.Of(handOver.Body, sequence);
            if (entry.Kind == EntryKind.Unseen && entry.What == arrived.What
                && (entry.CauseBody, entry.CauseSequence) == (arrived.CauseBody, arrived.CauseSequence))
            {
                return arrived.Tick - entry.Tick;
            }
        }

        return 0;
    }
}
