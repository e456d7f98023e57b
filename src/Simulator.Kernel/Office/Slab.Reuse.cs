using Simulator.Kernel.Compilation;

namespace Simulator.Kernel.Office;

/// <content>The same memory for another replication.</content>
public sealed partial class Slab
{
    /// <summary>
    /// Empties the offices, as they were at the start, so that another replication can be played in the same memory.
    /// </summary>
    /// <returns>Whether it could; mechanisms that keep more beside the papers need offices made anew.</returns>
    internal bool TryEmpty(CompiledModel model)
    {
        if (!IsOrdinary || Load is not null || Figures is not null || Inputs is not null || Questions is not null
            || Sanctions is not null || Unseen is not null || Diligence is not null)
        {
            return false;
        }

        lines.Clear();
        Array.Clear(roots);
        Array.Clear(contents ?? []);
        Array.Clear(begun ?? []);
        Array.Clear(awaitingRulings ?? []);
        Array.Clear(FlashesSent ?? []);
        Array.Clear(Bits);
        (freeJob, jobCount, bitCount) = (-1, 0, 0);
        OpenOffices(model);
        return true;
    }

    private void OpenOffices(CompiledModel model)
    {
        for (var place = 0; place < Count; place++)
        {
            ref var slot = ref SlotOf(First + place);
            slot.OutNumber = (uint)model.LastNumbers[First + place];
            for (var post = 0; post < OfficePosts.Count; post++)
            {
                slot.Posts[post].Head = -1;
                slot.Posts[post].Tail = -1;
            }
        }
    }
}
