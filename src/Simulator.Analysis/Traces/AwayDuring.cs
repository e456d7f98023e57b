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
    /// <param name="handOver">The wait.</param>
    public static int Longest(RunTrace trace, HandOver handOver)
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(handOver);
        var longest = 0;
        var post = trace.Model.PostOf(handOver.Body, handOver.Step);
        if (post?.Desk?.Roster is null || handOver.WaitInHours == 0)
        {
            return longest;
        }

        var posts = trace.Model.Offices[trace.Model.FactsOf(handOver.Body).Office].All;
        for (var sequence = 1U; sequence <= trace.CountOf(handOver.Body); sequence++)
        {
            ref readonly var entry = ref trace.Of(handOver.Body, sequence);
            if (entry.Kind == EntryKind.Absent && ReferenceEquals(posts[entry.Item], post))
            {
                longest = Math.Max(
                    longest,
                    Math.Min(entry.Tick, handOver.Started) - Math.Max(entry.Started, handOver.HeldUntil));
            }
        }

        return longest;
    }
}
