using Simulator.Analysis.Traces;

namespace Simulator.Analysis.Paths;

/// <summary>
/// By how many minutes each entry of a journal could have come later without the end being later, if all that follows
/// takes as long as it did: the total float of the critical path method (Kelley and Walker, Proceedings of the Eastern
/// Joint Computer Conference 1959, 160-173), over causes and joins instead of over a plan. One pass over the journal from
/// its end, O(entries).
/// </summary>
internal sealed class Slack
{
    /// <summary>What nothing of the end has waited for.</summary>
    internal const int None = int.MaxValue;

    private readonly int[] minutes;

    private Slack(int[] minutes) => this.minutes = minutes;

    /// <summary>Minutes of the entry at a place; <see cref="None"/>: the end did not wait for it at all.</summary>
    internal int this[int place] => minutes[place];

    /// <summary>The slack before an end.</summary>
    /// <param name="trace">The journal.</param>
    /// <param name="joins">What waited for several entries, by what waited.</param>
    /// <param name="ends">Places that the end itself waited for, and how much earlier than the end each came.</param>
    internal static Slack Before(RunTrace trace, IReadOnlyList<Join> joins, IEnumerable<(int Place, int Gap)> ends)
    {
        var minutes = new int[trace.Entries.Length];
        Array.Fill(minutes, None);
        foreach (var (place, gap) in ends)
        {
            minutes[place] = Math.Min(minutes[place], gap);
        }

        var join = joins.Count - 1;
        for (var place = minutes.Length - 1; place >= 0; place--)
        {
            for (; join >= 0 && joins[join].To == place; join--)
            {
                if (minutes[place] != None)
                {
                    ref var before = ref minutes[joins[join].From];
                    before = Math.Min(before, minutes[place] + joins[join].Gap);
                }
            }

            if (minutes[place] != None && trace.PlaceOfCause(trace.Entries[place]) is >= 0 and var cause)
            {
                minutes[cause] = Math.Min(minutes[cause], minutes[place]);
            }
        }

        return new Slack(minutes);
    }
}
