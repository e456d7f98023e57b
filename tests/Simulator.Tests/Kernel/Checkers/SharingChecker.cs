using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;

namespace Simulator.Tests.Kernel.Checkers;

/// <summary>
/// Nobody has more papers in hand than his post has everybody take, and each gets its time: an even share of
/// every minute in which he works on it. What is still in hand at the end of the run is in no entry, so that
/// the share is at most what is worked out here.
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
            Entry[] papers = [.. person.OrderBy(entry => entry.Started)];
            var most = evidence.ResourceOf(person.Key.Body, person.Key.By).Multitasking;
            for (var place = 0; place < papers.Length; place++)
            {
                var paper = papers[place];
                if (papers.Take(place + 1).Count(other => other.Tick > paper.Started) > most)
                {
                    yield return $"one too many in one hand: {evidence.InWords(paper)}";
                }

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
