using Simulator.Kernel.Journal;

namespace Simulator.Kernel.Engine;

/// <summary>
/// Puts the entries that several regions wrote at one tick in the order of the bodies' ids. Each region's
/// are in order, and neighbours mostly stay neighbours, so stretches are moved and not single entries;
/// they come in pieces that are still in the cache when they are hashed and written.
/// </summary>
internal sealed class JournalMerge
{
    /// <summary>The most entries that are gathered in a piece.</summary>
    internal const int PieceSize = 512;

    private readonly PriorityQueue<int, int> heads = new(); // regions, by the rank of the body that is next
    private readonly Entry[] piece = new Entry[PieceSize];
    private RegionShare?[] shares = [];
    private int[] cursors = [];
    private ReadOnlyMemory<Entry> stretch; // taken from its region and not yet handed out

    /// <summary>Begins with the shares of the called regions, of which each holds one tick.</summary>
    internal void Begin(List<RegionCall> calls, RegionShare?[] shares)
    {
        this.shares = shares;
        if (cursors.Length < shares.Length)
        {
            cursors = new int[shares.Length];
        }

        foreach (var call in calls)
        {
            cursors[call.Region] = 0;
            Enqueue(call.Region);
        }
    }

    /// <summary>The next entries in order, valid until the next time.</summary>
    /// <returns>Whether there are any.</returns>
    internal bool Next(out ReadOnlySpan<Entry> entries)
    {
        var count = 0;
        while (stretch.Length > 0 || TakeStretch())
        {
            if (count + stretch.Length > PieceSize)
            {
                break;
            }

            stretch.Span.CopyTo(piece.AsSpan(count));
            count += stretch.Length;
            stretch = default;
        }

        if (count > 0)
        {
            entries = piece.AsSpan(0, count);
            return true;
        }

        // What is longer than a piece, or nothing.
        entries = stretch.Span;
        stretch = default;
        return entries.Length > 0;
    }

    /// <summary>Takes the entries of the region that comes first, up to where another region's come first.</summary>
    private bool TakeStretch()
    {
        if (!heads.TryDequeue(out var region, out _))
        {
            return false;
        }

        var limit = heads.TryPeek(out _, out var other) ? other : int.MaxValue;
        var runs = shares[region]!.Runs;
        ref var cursor = ref cursors[region];
        var start = runs[cursor].Start;
        do
        {
            cursor++;
        }
        while (cursor < runs.Length && runs[cursor].Rank < limit);

        var last = runs[cursor - 1];
        stretch = shares[region]!.Entries.AsMemory(start, last.Start + last.Length - start);
        Enqueue(region);
        return true;
    }

    private void Enqueue(int region)
    {
        var runs = shares[region]!.Runs;
        if (cursors[region] < runs.Length)
        {
            heads.Enqueue(region, runs[cursors[region]].Rank);
        }
    }
}
