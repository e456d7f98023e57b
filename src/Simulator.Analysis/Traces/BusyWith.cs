using Simulator.Kernel.Compilation;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;

namespace Simulator.Analysis.Traces;

/// <summary>What the people of a post had in hand while a paper waited for them in working hours.</summary>
/// <param name="Entry">The step that held a person.</param>
/// <param name="Minutes">Elapsed minutes of the wait that it covers.</param>
/// <param name="IsMoreUrgent">Whether its paper was more urgent; else it was an earlier one.</param>
public sealed record BusyWith(Entry Entry, int Minutes, bool IsMoreUrgent)
{
    /// <summary>The steps that held the people of the post during a wait, the longest first.</summary>
    /// <param name="trace">The journal.</param>
    /// <param name="leg">The wait.</param>
    public static IReadOnlyList<BusyWith> During(RunTrace trace, Leg leg)
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(leg);
        var post = trace.Model.PostOf(leg.Body, leg.Step);
        if (post is null || leg.WaitInHours == 0)
        {
            return [];
        }

        var urgency = trace.RootOf(leg.Entry).Source.Urgency;
        var found = new List<BusyWith>();
        for (var sequence = 1U; sequence <= trace.CountOf(leg.Body); sequence++)
        {
            ref readonly var entry = ref trace.Of(leg.Body, sequence);
            if (entry.Kind != EntryKind.StepEnded || entry.Started >= leg.Started
                || entry.Tick <= leg.HeldUntil || !ReferenceEquals(trace.Model.PostOf(leg.Body, entry.Step), post))
            {
                continue;
            }

            var minutes = Math.Min(entry.Tick, leg.Started) - Math.Max(entry.Started, leg.HeldUntil);
            found.Add(new BusyWith(entry, minutes, trace.RootOf(entry).Source.Urgency > urgency));
        }

        return [.. found.OrderByDescending(each => each.Minutes).ThenBy(each => each.Entry.Sequence)];
    }
}
