using Simulator.Kernel.Journal;

namespace Simulator.Kernel.Engine;

/// <summary>
/// Puts the entries that several regions wrote at one tick in the order of the bodies' ids. Each region's
/// are in order, and neighbours mostly stay neighbours, so stretches are moved and not single entries.
/// </summary>
internal sealed class JournalMerge
{
    private readonly PriorityQueue<int, int> heads = new(); // regions, by the rank of the body that is next
    private Entry[] merged = new Entry[64];
    private int[] cursors = [];

    /// <summary>The entries of the called regions in order; valid until the next time.</summary>
    internal ReadOnlySpan<Entry> Of(List<RegionCall> calls, RegionShare?[] shares)
    {
        Begin(calls, shares);
        var count = 0;
        while (heads.TryDequeue(out var region, out _))
        {
            var share = shares[region]!;
            var stretch = Stretch(share, ref cursors[region]);
            stretch.CopyTo(merged.AsSpan(count));
            count += stretch.Length;
            if (cursors[region] < share.Runs.Length)
            {
                heads.Enqueue(region, share.Runs[cursors[region]].Rank);
            }
        }

        return merged.AsSpan(0, count);
    }

    private void Begin(List<RegionCall> calls, RegionShare?[] shares)
    {
        if (cursors.Length < shares.Length)
        {
            cursors = new int[shares.Length];
        }

        var total = 0;
        foreach (var call in calls)
        {
            var share = shares[call.Region]!;
            total += share.Entries.Length;
            cursors[call.Region] = 0;
            if (share.Runs.Length > 0)
            {
                heads.Enqueue(call.Region, share.Runs[0].Rank);
            }
        }

        if (merged.Length < total)
        {
            merged = new Entry[Math.Max(total, 2 * merged.Length)];
        }
    }

    /// <summary>The entries of a region up to where another region's come first.</summary>
    private ReadOnlySpan<Entry> Stretch(RegionShare share, ref int cursor)
    {
        var limit = heads.TryPeek(out _, out var other) ? other : int.MaxValue;
        var start = share.Runs[cursor].Start;
        do
        {
            cursor++;
        }
        while (cursor < share.Runs.Length && share.Runs[cursor].Rank < limit);

        var last = share.Runs[cursor - 1];
        return share.Entries.AsSpan(start, last.Start + last.Length - start);
    }
}
