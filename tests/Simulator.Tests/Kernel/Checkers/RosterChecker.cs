using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;

namespace Simulator.Tests.Kernel.Checkers;

/// <summary>
/// Whoever is away begins nothing but what he goes straight on with; a deputy begins something only while
/// as many people are away as there are deputies up to him, and long enough; nobody is away twice at once.
/// </summary>
internal sealed class RosterChecker : IChecker
{
    public IEnumerable<string> Complaints(Evidence evidence)
    {
        var away = evidence.Of(EntryKind.Absent).ToLookup(entry => (entry.Body, (Post)entry.Item));
        foreach (var complaint in away.SelectMany(spells => Spells(evidence, spells.Key.Item2, [.. spells])))
        {
            yield return complaint;
        }

        var begun = evidence.Of(EntryKind.StepEnded)
            .Where(entry => evidence.RuleOf(entry.Body, entry.Step)?.By is not null)
            .ToLookup(entry => (entry.Body, evidence.RuleOf(entry.Body, entry.Step)!.By!.Value));
        foreach (var steps in begun.Where(steps => HasRoster(evidence.ResourceOf(steps.Key.Body, steps.Key.Value))))
        {
            foreach (var complaint in Steps(evidence, steps.Key.Value, [.. steps], [.. away[steps.Key]]))
            {
                yield return complaint;
            }
        }
    }

    private static bool HasRoster(Resource post) => post.Absences is not null || post.Away.Count > 0;

    private static IEnumerable<string> Spells(Evidence evidence, Post post, Entry[] spells)
    {
        var back = new Dictionary<byte, int>();
        foreach (var spell in spells)
        {
            if (!HasRoster(evidence.ResourceOf(spell.Body, post)) || spell.Started >= spell.Tick
                || spell.Server >= evidence.PostOf(spell.Body, post).Heads
                || spell.Started < back.GetValueOrDefault(spell.Server))
            {
                yield return $"nobody can be away so: {evidence.InWords(spell)}";
            }

            back[spell.Server] = spell.Tick;
        }
    }

    private static IEnumerable<string> Steps(Evidence evidence, Post post, Entry[] steps, Entry[] spells)
    {
        var heads = evidence.PostOf(steps[0].Body, post).Heads;
        foreach (var entry in steps)
        {
            if (evidence.GoesOn(entry))
            {
                continue;
            }

            if (entry.Server < heads
                && Array.Exists(spells, spell => spell.Server == entry.Server && IsDuring(entry.Started, spell)))
            {
                yield return $"begun by somebody who was away: {evidence.InWords(entry)}";
            }

            var relieved = Enumerable.Range(0, heads)
                .Count(head => MayBeRelieved(evidence, post, head, entry, steps, spells));
            if (entry.Server >= heads && entry.Server - heads >= relieved)
            {
                yield return $"nobody was away for whom a deputy could act: {evidence.InWords(entry)}";
            }
        }
    }

    private static bool IsDuring(int tick, in Entry spell) => tick >= spell.Started && tick < spell.Tick;

    /// <summary>Of one who is not back at the end of the run there is no entry.</summary>
    private static bool MayBeRelieved(
        Evidence evidence, Post post, int head, Entry entry, Entry[] steps, Entry[] spells)
    {
        var own = Array.FindAll(spells, spell => spell.Server == head);
        var after = evidence.ResourceOf(entry.Body, post).DeputiesAfter.Minutes;
        var hours = evidence.PostOf(entry.Body, post).Hours;
        if (Array.Exists(own, spell => spell.Tick > entry.Started))
        {
            return Array.Exists(own, spell => IsDuring(entry.Started, spell)
                && hours.WorkingBetween(spell.Started, entry.Started) >= after);
        }

        var back = own.Length == 0 ? 0 : own[^1].Tick;
        return hours.WorkingBetween(back, entry.Started) >= after
            && !Array.Exists(steps, step => step.Server == head && step.Started > entry.Started
                && !evidence.RuleOf(step.Body, step.Step)!.SameServer);
    }
}
