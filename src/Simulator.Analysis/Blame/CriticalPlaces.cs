using Simulator.Analysis.Traces;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;

namespace Simulator.Analysis.Blame;

/// <summary>
/// The waits on the way to the bodies that were last, found by following causes back from there: whatever made the
/// last one late is likely to be among them.
/// </summary>
internal sealed class CriticalPlaces(RunTrace trace, int root, Breakdown breakdown)
{
    /// <summary>From how many of the last bodies causes are followed.</summary>
    private const int Ends = 3;

    /// <summary>The waits, the longest first.</summary>
    internal IEnumerable<Removal> Find(Milestone milestone, DirectiveMoments moments, IReadOnlyList<int> reach)
    {
        var ticks = moments.Of(milestone);
        var weights = new Dictionary<string, (Removal Removal, long Minutes)>(StringComparer.Ordinal);
        foreach (var place in Enumerable.Range(0, reach.Count)
            .Where(place => ticks[place] >= 0).OrderByDescending(place => ticks[place]).ThenBy(place => place).Take(Ends))
        {
            if (EndAt(milestone, reach[place], ticks[place]) is { } end)
            {
                foreach (var (removal, minutes) in PaperChain.EndingWith(trace, end).Legs.SelectMany(WaitsOf))
                {
                    weights[removal.Key] = (removal, weights.GetValueOrDefault(removal.Key).Minutes + minutes);
                }
            }
        }

        return weights.Values.OrderByDescending(each => each.Minutes)
            .ThenBy(each => each.Removal.Key, StringComparer.Ordinal).Select(each => each.Removal);
    }

    /// <summary>The entry with which a body came to a milestone; <c>null</c>: its journal does not say.</summary>
    private Entry? EndAt(Milestone milestone, int body, int tick)
    {
        var (hash, own) = (trace.Model.Directives[root].ShortHash, trace.Model.FactsOf(body).Hash);
        Entry? found = null;
        foreach (ref readonly var entry in trace.Entries)
        {
            if (entry.Tick > tick)
            {
                break;
            }

            var isEnd = entry.Tick == tick && entry.Root == hash && milestone switch
            {
                Milestone.Reported => entry.Kind == EntryKind.Arrived && RunTrace.IsReport(entry) && entry.CauseBody == own,
                Milestone.Registered => entry.Body == own && (entry.BringsDirective || entry.Step == Step.Register),
                _ => entry.Body == own && entry.Kind is EntryKind.StepEnded or EntryKind.Issued or EntryKind.Arrived,
            };
            found = isEnd && entry.CauseSequence != 0 ? entry : found;
        }

        return found;
    }

    private IEnumerable<(Removal Removal, long Minutes)> WaitsOf(Leg handOver)
    {
        var body = handOver.Body;
        if (handOver.Travel > 1 && trace.Model.IndexOf(handOver.Entry.CauseBody) is >= 0 and var sender)
        {
            var channel = trace.Model.Channels[trace.Model.FactsOf(sender).Channel].Id;
            yield return (
                new Removal { What = Hindrance.Travel, Extent = Extent.Channel, Name = channel }, handOver.Travel);
        }

        if (Exposure.PostOf(trace.Model, body, handOver.Step) is not { } post)
        {
            yield break;
        }

        var desk = trace.Model.PostOf(body, handOver.Step)!.Desk;
        if (handOver.WaitInHours > 0 || desk is { Papers: > 1 })
        {
            yield return (breakdown.One(Hindrance.People, post, body), handOver.WaitInHours);
        }

        if (handOver.WaitInHours > 0 && desk is { Roster: not null })
        {
            yield return (breakdown.One(Hindrance.Absence, null, body), AwayDuring.Longest(trace, handOver));
        }

        if (OtherPapers.During(trace, handOver) is { } others)
        {
            yield return (breakdown.One(Hindrance.OtherPapers, null, body), others.Minutes);
        }

        if (handOver.WaitForHour > 0)
        {
            yield return (breakdown.One(Hindrance.HoursOfSteps, null, body), handOver.WaitForHour);
        }

        if (handOver.WaitOffHours + handOver.WorkPaused > 0)
        {
            yield return (breakdown.One(Hindrance.ClosedHours, null, body), handOver.WaitOffHours + handOver.WorkPaused);
        }
    }
}
