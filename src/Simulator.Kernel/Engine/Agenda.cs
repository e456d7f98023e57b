using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Simulator.Kernel.Engine;

/// <summary>
/// What is due when, for one region: a timing wheel of one bucket per tick, and a heap for what lies
/// beyond its reach. Items of one bucket come out in no particular order; the region sorts them.
/// </summary>
/// <typeparam name="T">A wake-up or a message.</typeparam>
internal sealed class Agenda<T>
    where T : unmanaged
{
    private const int Reach = 1 << 16;
    private const int Mask = Reach - 1;

    private readonly int[] heads = new int[Reach];
    private readonly ulong[] occupied = new ulong[Reach / 64];
    private readonly ulong[] summary = new ulong[Reach / 4096];
    private readonly PriorityQueue<T, int> beyond = new();
    private Node[] nodes = new Node[1024];
    private int used;
    private int free = -1;
    private int now;

    internal Agenda() => heads.AsSpan().Fill(-1);

    /// <summary>Bytes it holds.</summary>
    internal long Bytes => ((long)nodes.Length * Unsafe.SizeOf<Node>()) + (Reach * sizeof(int));

    /// <summary>Items held.</summary>
    internal int Count { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Add(int due, in T item)
    {
        Count++;
        if (due - now >= Reach)
        {
            beyond.Enqueue(item, due);
            return;
        }

        Place(due, item);
    }

    private void Place(int due, in T item)
    {
        var place = free;
        if (place >= 0)
        {
            free = nodes[place].Next;
        }
        else
        {
            place = used++;
            if (place == nodes.Length)
            {
                Array.Resize(ref nodes, nodes.Length * 2);
            }
        }

        var bucket = due & Mask;
        ref var node = ref nodes[place];
        node.Item = item;
        node.Next = heads[bucket];
        if (node.Next < 0)
        {
            occupied[bucket >> 6] |= 1UL << (bucket & 63);
            summary[bucket >> 12] |= 1UL << (bucket >> 6 & 63);
        }

        heads[bucket] = place;
    }

    /// <summary>The earliest tick at which anything is due, or <see cref="int.MaxValue"/>.</summary>
    internal int NextDue()
    {
        while (beyond.TryPeek(out var item, out var due) && due - now < Reach)
        {
            beyond.Dequeue();
            Place(due, item);
        }

        var bucket = NextOccupied(now & Mask);
        if (bucket >= 0)
        {
            return now + ((bucket - now) & Mask);
        }

        return beyond.TryPeek(out _, out var first) ? first : int.MaxValue;
    }

    /// <summary>Takes out all that is due at a tick, which becomes the present.</summary>
    internal int Take(int tick, ref T[] items)
    {
        now = tick;
        while (beyond.TryPeek(out var item, out var due) && due - now < Reach)
        {
            beyond.Dequeue();
            Place(due, item);
        }

        var bucket = tick & Mask;
        var count = 0;
        for (var place = heads[bucket]; place >= 0;)
        {
            if (count == items.Length)
            {
                Array.Resize(ref items, items.Length * 2);
            }

            ref var node = ref nodes[place];
            items[count++] = node.Item;
            var next = node.Next;
            node.Next = free;
            free = place;
            place = next;
        }

        if (count > 0)
        {
            heads[bucket] = -1;
            occupied[bucket >> 6] &= ~(1UL << (bucket & 63));
            if (occupied[bucket >> 6] == 0)
            {
                summary[bucket >> 12] &= ~(1UL << (bucket >> 6 & 63));
            }

            Count -= count;
        }

        return count;
    }

    /// <summary>The first occupied bucket from a place on, around the wheel, or -1.</summary>
    private int NextOccupied(int from)
    {
        var word = from >> 6;
        var bits = occupied[word] & (ulong.MaxValue << (from & 63));
        if (bits != 0)
        {
            return (word << 6) + BitOperations.TrailingZeroCount(bits);
        }

        for (var step = 0; step <= summary.Length; step++)
        {
            var group = ((word + 1 >> 6) + step) % summary.Length;
            var words = summary[group];
            if (step == 0)
            {
                words &= (word + 1 & 63) == 0 ? ulong.MaxValue : ulong.MaxValue << (word + 1 & 63);
            }

            if (words != 0)
            {
                var found = (group << 6) + BitOperations.TrailingZeroCount(words);
                return (found << 6) + BitOperations.TrailingZeroCount(occupied[found]);
            }
        }

        return -1;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Node
    {
        internal T Item;
        internal int Next;
    }
}
