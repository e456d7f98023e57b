using System.Runtime.CompilerServices;
using Simulator.Kernel.Compilation;

namespace Simulator.Kernel.Engine;

/// <summary>
/// What is due in one round, body by body in the order of their ids. Nearly every body has one thing due,
/// so only the bodies are sorted here; what is due at one body is put in order when it is played.
/// </summary>
internal sealed class RoundOrder
{
    private PendingWakeUp[] items = new PendingWakeUp[64];
    private ulong[] keys = new ulong[64];
    private readonly SpreadSort sort = new();

    /// <summary>How many items are due.</summary>
    internal int Count { get; private set; }

    /// <summary>Takes out what is due at a tick, in no particular order.</summary>
    internal void Fill(Agenda agenda, int tick)
    {
        Count = agenda.Take(tick, ref items);
        if (keys.Length < items.Length)
        {
            keys = new ulong[items.Length];
        }

        for (var place = 0; place < Count; place++)
        {
            keys[place] = (uint)place;
        }
    }

    /// <summary>Sorts by the rank of the bodies.</summary>
    internal void Sort(BodyFacts[] facts)
    {
        for (var place = 0; place < Count; place++)
        {
            keys[place] |= (ulong)(uint)facts[items[place].What.Body].Rank << 32;
        }

        if (Count > 1)
        {
            sort.Sort(keys.AsSpan(0, Count));
        }
    }

    /// <summary>The rank of the body of the item that comes at an index in order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal uint RankOf(int index) => (uint)(keys[index] >> 32);

    /// <summary>The item that comes at an index in order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ref readonly WakeUp At(int index) =>
        ref items[unchecked((int)(uint)keys[index])].What;
}
