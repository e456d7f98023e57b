using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;

namespace Simulator.Tests.Kernel.Checkers;

/// <summary>
/// Nobody in a post does two things at once, unless the post has him do so, and no more people are at work than
/// the post has.
/// </summary>
internal sealed class PostChecker : IChecker
{
    public IEnumerable<string> Complaints(Evidence evidence)
    {
        var free = new Dictionary<(ulong Body, int Post, byte Server), Entry>();
        foreach (var entry in evidence.Of(EntryKind.StepEnded))
        {
            if (evidence.RuleOf(entry.Body, entry.Step) is not { } rule)
            {
                yield return $"a step that its kind does not take: {evidence.InWords(entry)}";
                continue;
            }

            if (rule.By is not { } post)
            {
                if (entry.Server != byte.MaxValue)
                {
                    yield return $"nobody should be held up by {evidence.InWords(entry)}";
                }

                continue;
            }

            var office = evidence.Model.Offices[evidence.Model.FactsOf(evidence.IndexOf(entry.Body)).Office];
            var people = office.All[(int)post].Heads + DeputiesOf(evidence, entry, post);
            if (entry.Server >= people)
            {
                yield return $"the {post} has {people} people: {evidence.InWords(entry)}";
            }

            // Entries of one body come in the order of time, and so do those of one person.
            var key = (entry.Body, (int)post, entry.Server);
            if (evidence.ResourceOf(entry.Body, post).Multitasking == 1
                && free.TryGetValue(key, out var before) && entry.Started < before.Tick)
            {
                yield return $"begun during {evidence.InWords(before)}: {evidence.InWords(entry)}";
            }

            free[key] = entry;
        }
    }

    private static int DeputiesOf(Evidence evidence, in Entry entry, Post post) =>
        evidence.ResourceOf(entry.Body, post).Deputies;
}
