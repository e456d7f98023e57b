using Simulator.Kernel.Journal;

namespace Simulator.Analysis.Traces;

/// <summary>How long people of a post were away while a paper waited for them.</summary>
public static class AwayDuring
{
    /// <summary>
    /// The longest that one of them was, in elapsed minutes of the wait. Who is not back at the end of the run is
    /// not counted: of him there is no entry.
    /// </summary>
    /// <param name="trace">The journal.</param>
    /// <param name="leg">The wait.</param>
    public static int Longest(RunTrace trace, Leg leg)
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(leg);
        var longest = 0;
        var post = trace.Model.PostOf(leg.Body, leg.Step);
        if (post?.Desk?.Roster is null || leg.WaitInHours == 0)
        {
            return longest;
        }

        var posts = trace.Model.Offices[trace.Model.FactsOf(leg.Body).Office].All;
        for (var sequence = 1U; sequence <= trace.CountOf(leg.Body); sequence++)
        {
            ref readonly var entry = ref trace.Of(leg.Body, sequence);
            if (entry.Kind == EntryKind.Absent && ReferenceEquals(posts[entry.Item], post))
            {
                longest = Math.Max(
                    longest,
                    Math.Min(entry.Tick, leg.Started) - Math.Max(entry.Started, leg.HeldUntil));
            }
        }

        return longest;
    }
}
