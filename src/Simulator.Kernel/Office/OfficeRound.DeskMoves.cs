using Simulator.Kernel.Compilation;
using Simulator.Kernel.Engine;

namespace Simulator.Kernel.Office;

/// <summary>
/// What conditions on backlogs are told of: pieces of work on directives that come before posts and leave them, which the
/// journal tells only when they are done.
/// </summary>
internal ref partial struct OfficeRound
{
    /// <summary>A job is there no more, without its step having ended.</summary>
    private readonly void NoteLeaving(int place)
    {
        if (slab.CountsDesks)
        {
            NoteAtDesk(place, -1);
        }
    }

    /// <summary>A job comes before the post of its step (1), or leaves it (-1). Other papers of the day do not count.</summary>
    private readonly void NoteAtDesk(int place, sbyte by)
    {
        ref readonly var job = ref slab.Jobs[place];
        if (!IsOther(job) && kind.Flows[(int)job.Flow][job.Position].Post is not CompiledStep.Nobody and var post)
        {
            outcome.Add(new DeskMove(body, DossierAt(job.Dossier).Root, post, by));
        }
    }
}
