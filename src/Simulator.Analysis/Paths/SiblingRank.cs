using Simulator.Analysis.Measures;
using Simulator.Analysis.Traces;

namespace Simulator.Analysis.Paths;

/// <summary>Where a body stands among those that got their paper from the same body.</summary>
/// <param name="Rank">1: none of them was slower. Bodies without an end are slower than those with one.</param>
/// <param name="Of">How many they are, itself included.</param>
public sealed record SiblingRank(int Rank, int Of)
{
    /// <summary>By body that a paper has reached, its rank in this run.</summary>
    /// <param name="trace">The journal.</param>
    /// <param name="root">Place of the directive in the model.</param>
    /// <param name="end">By which end.</param>
    public static IReadOnlyDictionary<int, SiblingRank> Read(RunTrace trace, int root, PathEnd end)
    {
        ArgumentNullException.ThrowIfNull(trace);
        var ranks = new Dictionary<int, SiblingRank>();
        var progress = ProgressReader.Read(trace)[root];
        foreach (var siblings in trace.Model.Directives[root].Reach
            .Where(body => progress.GetValueOrDefault(body)?.PaperFrom >= 0)
            .GroupBy(body => progress[body].PaperFrom))
        {
            var delays = siblings.Select(body => DelayOf(progress[body], end)).Order().ToList();
            foreach (var body in siblings)
            {
                var slower = delays.Count - 1 - delays.LastIndexOf(DelayOf(progress[body], end));
                ranks[body] = new SiblingRank(slower + 1, delays.Count);
            }
        }

        return ranks;
    }

    private static int DelayOf(BodyProgress own, PathEnd end) =>
        (end == PathEnd.Complied ? own.CompliedAt : own.ReportArrivedAt) is >= 0 and var tick ? tick : int.MaxValue;
}
