using System.Runtime.CompilerServices;

namespace Simulator.Benchmarks.Cascade;

/// <summary>
/// Unsorted collections of eight-byte entries, one per slot of a calendar, in chunks of two cache lines
/// from one pool: to add is to append, whatever the number of pending events, and a collected chunk is
/// the next one given out, still warm.
/// </summary>
internal sealed class Chains
{
    private const int ChunkSize = 16; // place 0 links to the chunk filled before

    private int[] _tails = new int[4096]; // per slot, the place of its last entry; 0: none
    private ulong[] _pool = new ulong[ChunkSize * 4096];
    private int _poolEnd;
    private int _freeChunk;

    public Chains() => Clear();

    public void Clear()
    {
        Array.Clear(_tails);
        _poolEnd = ChunkSize;
        _freeChunk = 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int slot, ulong entry)
    {
        if ((uint)slot >= (uint)_tails.Length)
            Array.Resize(ref _tails, slot * 2);
        var at = _tails[slot] + 1;
        if ((at & (ChunkSize - 1)) <= 1)
            at = NewChunk(at - 1);
        _pool[at] = entry;
        _tails[slot] = at;
    }

    /// <summary>The first slot in use from <paramref name="slot"/> on; -1 if there is none.</summary>
    public int NextInUse(int slot)
    {
        if (slot >= _tails.Length)
            return -1;
        var skipped = _tails.AsSpan(slot).IndexOfAnyExcept(0);
        return skipped < 0 ? -1 : slot + skipped;
    }

    /// <summary>Moves the entries of a slot to the start of a buffer, which grows as needed.</summary>
    /// <returns>Their number.</returns>
    public int Collect(int slot, ref ulong[] buffer)
    {
        var count = 0;
        var at = _tails[slot];
        _tails[slot] = 0;
        while (at != 0)
        {
            var chunk = at & -ChunkSize;
            if (count + ChunkSize > buffer.Length)
                Array.Resize(ref buffer, buffer.Length * 2);
            _pool.AsSpan(chunk + 1, at - chunk).CopyTo(buffer.AsSpan(count));
            count += at - chunk;
            at = (int)_pool[chunk];
            _pool[chunk] = (ulong)_freeChunk;
            _freeChunk = chunk;
        }

        return count;
    }

    private int NewChunk(int previous)
    {
        var chunk = _freeChunk;
        if (chunk != 0)
        {
            _freeChunk = (int)_pool[chunk];
        }
        else
        {
            chunk = _poolEnd;
            _poolEnd += ChunkSize;
            if (_poolEnd > _pool.Length)
                Array.Resize(ref _pool, _pool.Length * 2);
        }

        _pool[chunk] = (ulong)previous;
        return chunk + 1;
    }
}
