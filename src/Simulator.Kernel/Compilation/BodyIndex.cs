namespace Simulator.Kernel.Compilation;

/// <summary>
/// The indices of bodies by the hash of their id, which is how a journal names them: whoever reads one looks them up
/// for every entry. Hashes are spread well as they are, so that it is enough to try one place after another.
/// </summary>
internal sealed class BodyIndex
{
    private readonly Slot[] slots;
    private readonly int mask;

    /// <summary>An empty index.</summary>
    /// <param name="bodies">How many bodies there will be.</param>
    internal BodyIndex(int bodies)
    {
        var size = 16;
        while (size < bodies + (bodies / 2))
        {
            size *= 2;
        }

        slots = new Slot[size];
        mask = size - 1;
    }

    /// <summary>Adds a body.</summary>
    /// <returns>Whether no other has its hash.</returns>
    internal bool TryAdd(ulong hash, int index)
    {
        ref var slot = ref SlotOf(hash);
        if (slot.Number != 0)
        {
            return false;
        }

        slot = new Slot(hash, index + 1);
        return true;
    }

    /// <summary>The index of a body; -1: there is none of that hash.</summary>
    internal int Of(ulong hash) => SlotOf(hash).Number - 1;

    private ref Slot SlotOf(ulong hash)
    {
        var place = (int)(hash & (uint)mask);
        while (slots[place].Number != 0 && slots[place].Hash != hash)
        {
            place = (place + 1) & mask;
        }

        return ref slots[place];
    }

    /// <param name="Hash">The hash.</param>
    /// <param name="Number">The index and one; 0: the slot is free.</param>
    private readonly record struct Slot(ulong Hash, int Number);
}
