using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;

namespace Simulator.Tests.Kernel.Checkers;

/// <summary>
/// Of several papers in one hand each gets its time: an even share of every minute in which its person works
/// on it. What is still in hand at the end of the run is in no entry, nor are the other papers of the day, so
/// that the share is at most what is worked out here.
/// </summary>
internal sealed class SharingChecker : IChecker
{
    private const double Least = 1e-6; // minutes

    public IEnumerable<string> Complaints(Evidence evidence)
    {
        var people = evidence.Of(EntryKind.StepEnded)
            .Where(entry => evidence.RuleOf(entry.Body, entry.Step)?.By is { } by
                && evidence.ResourceOf(entry.Body, by).Multitasking > 1)
            .ToLookup(entry => (entry.Body, By: evidence.RuleOf(entry.Body, entry.Step)!.By!.Value, entry.Server));
        foreach (var person in people)
        {
            Entry[] papers = [.. person];
            foreach (var paper in papers)
            {
                var drawn = WorkChecker.DrawnFor(evidence, paper);
                var share = ShareOf(evidence, person.Key.By, paper, papers);
                if (share < drawn - Least)
                {
                    yield return $"{drawn} minutes were drawn, its share was {share}: {evidence.InWords(paper)}";
                }
            }
        }
    }

    private static double ShareOf(Evidence evidence, Post by, Entry paper, Entry[] papers)
    {
        var post = evidence.PostOf(paper.Body, by);
        Entry[] beside = [.. papers.Where(other => other.Tick > paper.Started && other.Started < paper.Tick)];
        int[] moments =
        [
            .. beside.SelectMany(other => new[] { other.Started, other.Tick })
                .Where(moment => moment > paper.Started && moment < paper.Tick)
                .Append(paper.Started).Append(paper.Tick).Distinct().Order(),
        ];
        var share = 0.0;
        foreach (var (from, to) in moments.Zip(moments.Skip(1)))
        {
            Entry[] here = [.. beside.Where(other => other.Started <= from && other.Tick >= to)];
            var inHours = post.Hours.WorkingBetween(from, to);
            share += (double)inHours / here.Length;
            if (Pierces(paper))
            {
                var beyond = post.HoursFor(UrgencyOf(paper)).WorkingBetween(from, to) - inHours;
                share += (double)beyond / here.Count(Pierces);
            }
        }

        return share;

        bool Pierces(Entry entry) => !ReferenceEquals(post.HoursFor(UrgencyOf(entry)), post.Hours);
        Simulator.Kernel.Documents.Urgency UrgencyOf(in Entry entry) => evidence.UrgencyOf(entry);
    }
}
