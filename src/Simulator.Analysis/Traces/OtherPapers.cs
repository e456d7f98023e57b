using Simulator.Kernel.Journal;

namespace Simulator.Analysis.Traces;

/// <summary>The papers of no directive that kept one of a directive waiting.</summary>
/// <param name="Papers">How many were in the hands of the post while it waited.</param>
/// <param name="Minutes">For how many minutes of the wait, in hours, at least one was.</param>
public sealed record OtherPapers(int Papers, int Minutes)
{
    /// <summary>Those of a wait; <c>null</c> if there were none.</summary>
    /// <param name="trace">The journal.</param>
    /// <param name="leg">The wait.</param>
    public static OtherPapers? During(RunTrace trace, Leg leg)
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(leg);
        if (leg.WaitInHours == 0)
        {
            return null;
        }

        // It was written when the step began, by whom it was taken up.
        var ended = leg.Entry;
        for (var sequence = ended.Sequence - 1; sequence > 0; sequence--)
        {
            ref readonly var entry = ref trace.Of(leg.Body, sequence);
            if (entry.Tick < leg.Started)
            {
                break;
            }

            if (entry.Kind == EntryKind.DelayedByLoad && entry.What == (byte)ended.Step && entry.Item == ended.Item
                && entry.CauseSequence == ended.CauseSequence
                && (entry.Tick, entry.Server) == (leg.Started, ended.Server))
            {
                return new OtherPapers(entry.A, entry.B);
            }
        }

        return null;
    }
}
