using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;

namespace Simulator.Tests.Kernel.Checkers;

/// <summary>
/// Nobody in a post has more papers of directives in hand than his post has everybody take, and no more people
/// are at work than the post has, deputies among them. A paper that other papers have delayed is in somebody's
/// hands from then on, even if the run ends before the step does.
/// </summary>
internal sealed class PostChecker : IChecker
{
    public IEnumerable<string> Complaints(Evidence evidence)
    {
        var papers = new List<Paper>();
        foreach (var entry in evidence.Of(EntryKind.StepEnded).Concat(evidence.Of(EntryKind.WorkStopped)))
        {
            if (evidence.RuleOf(entry.Body, entry.Step) is not { } rule)
            {
                yield return $"a step that its kind does not take: {evidence.InWords(entry)}";
            }
            else if (rule.By is { } post)
            {
                papers.Add(new(entry, post, entry.Started, entry.Tick));
            }
            else if (entry.Server != byte.MaxValue)
            {
                yield return $"nobody should be held up by {evidence.InWords(entry)}";
            }
        }

        foreach (var entry in evidence.Of(EntryKind.DelayedByLoad))
        {
            if (evidence.RuleOf(entry.Body, (Step)entry.What) is { By: { } post } && evidence.EndOf(entry) is null)
            {
                papers.Add(new(entry, post, entry.Tick, int.MaxValue));
            }
        }

        foreach (var person in papers.GroupBy(paper => (paper.Entry.Body, paper.Post, paper.Entry.Server)))
        {
            var (body, post, server) = person.Key;
            var rules = evidence.ResourceOf(body, post);
            foreach (var paper in person)
            {
                var model = evidence.ModelAt(paper.From);
                var people = model.Offices[model.FactsOf(evidence.IndexOf(body)).Office].All[(int)post].Heads + rules.Deputies;
                if (server >= people && !evidence.GoesOn(paper.Entry))
                {
                    yield return $"the {post} has {people} people: {evidence.InWords(paper.Entry)}";
                }
            }

            var inHand = new List<Paper>();
            foreach (var paper in person.OrderBy(paper => paper.From).ThenBy(paper => paper.To))
            {
                inHand.RemoveAll(other => other.To <= paper.From);
                if (inHand.Count == rules.Multitasking)
                {
                    yield return $"begun during {evidence.InWords(inHand[0].Entry)}: {evidence.InWords(paper.Entry)}";
                }

                inHand.Add(paper);
            }
        }
    }

    private readonly record struct Paper(Entry Entry, Post Post, int From, int To);
}
