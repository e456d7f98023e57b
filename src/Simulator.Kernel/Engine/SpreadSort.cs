using System.Numerics;

namespace Simulator.Kernel.Engine;

/// <summary>
/// Sorts different keys that are spread about evenly, as the bodies that are busy in one minute are: into
/// as many buckets as fit the spread, then by insertion, which has little left to do. Keys that are not
/// so spread are left to the base library.
/// </summary>
internal sealed class SpreadSort
{
    private const int Few = 24;
    private const int BucketBits = 8;
    private const int Crowd = 24;

    private readonly int[] starts = new int[1 << BucketBits];
    private ulong[] spread = new ulong[64];

    /// <summary>Puts the keys in ascending order.</summary>
    internal void Sort(Span<ulong> keys)
    {
        if (keys.Length > Few)
        {
            if (!Spread(keys))
            {
                keys.Sort();
                return;
            }
        }

        Insert(keys);
    }

    /// <summary>Puts the keys in the order of their upper bits, unless too many have the same.</summary>
    private bool Spread(Span<ulong> keys)
    {
        var (least, most) = (keys[0], keys[0]);
        foreach (var key in keys)
        {
            least = Math.Min(least, key);
            most = Math.Max(most, key);
        }

        var shift = Math.Max(0, 64 - BitOperations.LeadingZeroCount(most - least) - BucketBits);
        Array.Clear(starts);
        foreach (var key in keys)
        {
            starts[(int)((key - least) >> shift)]++;
        }

        int total = 0, largest = 0;
        foreach (ref var start in starts.AsSpan())
        {
            largest = Math.Max(largest, start);
            (start, total) = (total, total + start);
        }

        if (largest > Crowd)
        {
            return false;
        }

        if (spread.Length < keys.Length)
        {
            spread = new ulong[2 * keys.Length];
        }

        foreach (var key in keys)
        {
            spread[starts[(int)((key - least) >> shift)]++] = key;
        }

        spread.AsSpan(0, keys.Length).CopyTo(keys);
        return true;
    }

    private static void Insert(Span<ulong> keys)
    {
        for (var place = 1; place < keys.Length; place++)
        {
            var key = keys[place];
            var hole = place;
            for (; hole > 0 && keys[hole - 1] > key; hole--)
            {
                keys[hole] = keys[hole - 1];
            }

            keys[hole] = key;
        }
    }
}
