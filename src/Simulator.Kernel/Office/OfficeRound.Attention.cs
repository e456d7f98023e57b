using Simulator.Kernel.Chance;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Journal;

namespace Simulator.Kernel.Office;

/// <summary>
/// Attention that is left to chance: random order, and lists of papers by priority. Every draw is a paper's
/// own, keyed by what it is and where it waits, so that one paper more leaves the others' draws alone.
/// </summary>
internal ref partial struct OfficeRound
{
    /// <summary>A priority is drawn when the paper comes; other moments are those of decisions.</summary>
    private const uint Coming = 0;

    /// <summary>Tells the draw whether a priority is followed from that which one is taken instead.</summary>
    private const uint Whether = 1U << 31;

    /// <summary>
    /// The order by priority, the highest first, where all that wait are on the list; on a list of a fixed
    /// length the order is that of coming, and priorities are looked at when a paper is taken up.
    /// </summary>
    private readonly int PriorityOf(in Job job, CompiledPost rules) =>
        rules.Choice is null or { IsSorted: true } ? (int)(ChanceOf(job, Coming) * int.MaxValue) : 0;

    /// <summary>Takes one of those that wait out of the queue, by the rule of the post.</summary>
    private readonly int TakeChosen(ref PostState post, CompiledChoice rule)
    {
        var before = -1;
        if (rule is { Follows: > 0, IsSorted: false })
        {
            before = BeforeLeast(post, rule.Length, Coming);
        }

        if (rule.Follows <= 0 || ChanceOf(slab.Jobs[Behind(post, before)], (uint)now | Whether) >= rule.Follows)
        {
            before = BeforeLeast(post, rule.Length, (uint)now + 1);
        }

        return TakeOut(ref post, before, Behind(post, before));
    }

    private readonly int Behind(in PostState post, int before) => before < 0 ? post.Head : slab.Jobs[before].Next;

    /// <summary>
    /// The paper before the one with the smallest draw of a moment among the first so many; -1: it is the head.
    /// </summary>
    private readonly int BeforeLeast(in PostState post, int length, uint moment)
    {
        var (least, beforeLeast, before) = (2.0, -1, -1);
        for (var place = post.Head; place >= 0 && length > 0; place = slab.Jobs[place].Next, length--)
        {
            var drawn = ChanceOf(slab.Jobs[place], moment);
            if (drawn < least)
            {
                (least, beforeLeast) = (drawn, before);
            }

            before = place;
        }

        return beforeLeast;
    }

    private readonly double ChanceOf(in Job job, uint moment)
    {
        var paper = IsOther(job) ? job.Counted : OccurrenceOf(job);
        var way = ((ulong)job.Flow << 8) | job.Position;
        var n = unchecked((uint)Draw.Mix(Draw.Mix(((ulong)moment << 32) | paper) + way));
        var root = IsOther(job) ? OtherRoot(job.Flow) : model.Roots[DossierAt(job.Dossier).Root].Hash;
        return job.Counterpart < 0
            ? chance.Unit(facts.Hash, root, Purpose.Attention, n)
            : chance.Arrow(model.Facts[job.Counterpart].Hash, facts.Hash, root, Purpose.Attention, n);
    }
}
