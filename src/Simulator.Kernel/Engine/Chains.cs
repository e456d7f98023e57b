using System.Runtime.CompilerServices;

namespace Simulator.Kernel.Engine;

/// <summary>
/// Unordered lists of wake-ups in chunks from one pool: to add is to append, and the chunk emptied last is
/// the next one given out, still warm. A list is the place of its last item; 0 is an empty list.
/// </summary>
internal sealed class Chains
{
    private const int ChunkSize = 16; // its place 0 links to the chunk filled before

    private PendingWakeUp[] pool = new PendingWakeUp[ChunkSize * 16];
    private int end = ChunkSize;
    private int free;

    /// <summary>Bytes it holds.</summary>
    internal long Bytes => (long)pool.Length * Unsafe.SizeOf<PendingWakeUp>();

    /// <summary>Empties it; the lists that it held are void.</summary>
    internal void Clear()
    {
        end = ChunkSize;
        free = 0;
    }

    /// <summary>Appends an item to a list.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Add(ref int list, in PendingWakeUp item)
    {
        var place = unchecked(list + 1);
        if ((place & (ChunkSize - 1)) <= 1)
        {
            place = NewChunk(list);
        }

        pool[place] = item;
        list = place;
    }

    /// <summary>Moves the items of a list to a buffer, which grows as needed.</summary>
    /// <returns>How many there were.</returns>
    internal int Take(ref int list, ref PendingWakeUp[] buffer)
    {
        var count = 0;
        var place = list;
        list = 0;
        while (place != 0)
        {
            var chunk = place & -ChunkSize;
            if (count + ChunkSize > buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }

            pool.AsSpan(chunk + 1, place - chunk).CopyTo(buffer.AsSpan(count));
            count += place - chunk;
            place = Release(chunk);
        }

        return count;
    }

    /// <summary>Deals the items of a list out to the lists of their ticks, and marks these in use.</summary>
    internal void Deal(ref int list, Span<int> byTick, Span<ulong> used)
    {
        var place = list;
        list = 0;
        while (place != 0)
        {
            var chunk = place & -ChunkSize;
            FetchChunk(pool[chunk].Due);
            for (var next = chunk + 1; next <= place; next++)
            {
                var item = pool[next];
                var tick = item.Due & (byTick.Length - 1);
                used[tick / 64] |= 1UL << tick;
                Add(ref byTick[tick], item);
            }

            place = Release(chunk);
        }
    }

    private void FetchChunk(int place)
    {
        var chunk = place & -ChunkSize;
        for (var next = 0; next < ChunkSize; next += 3)
        {
            Prefetch.Line(in pool[chunk + next]);
        }
    }

    private int Release(int chunk)
    {
        var before = pool[chunk].Due;
        pool[chunk] = new PendingWakeUp(free, default);
        free = chunk;
        return before;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int NewChunk(int before)
    {
        var chunk = free;
        if (chunk != 0)
        {
            free = pool[chunk].Due;
        }
        else
        {
            chunk = end;
            end += ChunkSize;
            if (end > pool.Length)
            {
                Array.Resize(ref pool, Growth.Of(pool.Length, ChunkSize));
            }
        }

        pool[chunk] = new PendingWakeUp(before, default);
        return chunk + 1;
    }
}
