namespace Simulator.Kernel.Journal;

/// <summary>
/// The journal in numbered blocks of one size, each kept until its reader has acknowledged it. Where a block
/// ends depends on nothing but the entries before, so a run that is played once more makes the same blocks,
/// and a reader goes on where it was.
/// </summary>
public sealed class JournalBlocks : IJournalSink
{
    private readonly int size;
    private readonly int keep;
    private readonly List<JournalBlock> kept = [];
    private readonly List<Digest> digests = [default];
    private Entry[] open;
    private int used;
    private long acknowledged;

    /// <summary>An empty journal.</summary>
    /// <param name="size">Entries in a block.</param>
    /// <param name="keep">With how many blocks not acknowledged it is full.</param>
    /// <param name="acknowledged">
    /// How many blocks the reader has from the same run played before; they are made once more for their
    /// digests and not kept.
    /// </param>
    public JournalBlocks(int size = 4096, int keep = 64, long acknowledged = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(keep, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(acknowledged);
        this.size = size;
        this.keep = keep;
        this.acknowledged = acknowledged;
        open = GC.AllocateUninitializedArray<Entry>(size);
    }

    /// <summary>
    /// Blocks made so far: whole ones, and when the run has ended the short one at its end.
    /// </summary>
    public long Made => digests.Count - 1;

    /// <summary>Whether the run has ended and its last block is made.</summary>
    public bool IsSealed { get; private set; }

    /// <summary>
    /// Whether the reader is so far behind that the run must wait. What is appended all the same is kept.
    /// </summary>
    public bool IsFull => Waiting >= keep;

    /// <summary>Blocks that wait for the reader.</summary>
    public int Waiting => kept.Count;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">It is sealed.</exception>
    public void Append(ReadOnlySpan<Entry> entries)
    {
        if (IsSealed)
        {
            throw new InvalidOperationException("The journal is sealed: the run has ended and can write no more.");
        }

        while (entries.Length > 0)
        {
            var part = Math.Min(entries.Length, size - used);
            entries[..part].CopyTo(open.AsSpan(used));
            entries = entries[part..];
            used += part;
            if (used == size)
            {
                MakeBlock();
            }
        }
    }

    /// <summary>Ends the journal: entries that do not fill a block make a short one.</summary>
    public void Seal()
    {
        if (used > 0)
        {
            MakeBlock();
        }

        IsSealed = true;
    }

    /// <summary>
    /// Lets go of blocks that the reader has; of those not yet made, nothing is acknowledged.
    /// </summary>
    /// <param name="below">The number of the first block that the reader does not have.</param>
    /// <exception cref="ArgumentException">The reader has acknowledged more before.</exception>
    public void Acknowledge(long below)
    {
        if (below < acknowledged)
        {
            throw new ArgumentException(
                $"The blocks below {acknowledged} are acknowledged and gone; it cannot go back to {below}.",
                nameof(below));
        }

        // A reader may know more blocks from the run before than have been made again.
        var known = Math.Max(acknowledged, Math.Min(below, Made));
        kept.RemoveRange(0, (int)Math.Min(kept.Count, known - acknowledged));
        acknowledged = known;
    }

    /// <summary>A block; <c>null</c>: it is not made yet.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It has been acknowledged, and is gone.</exception>
    public JournalBlock? Get(long number)
    {
        if (number < acknowledged)
        {
            throw new ArgumentOutOfRangeException(
                nameof(number), number, $"The blocks below {acknowledged} are acknowledged and gone.");
        }

        return number < Made ? kept[(int)(number - acknowledged)] : null;
    }

    /// <summary>The digest of the journal's first blocks.</summary>
    /// <param name="made">How many blocks, from 0 to <see cref="Made"/>.</param>
    public Digest DigestOf(long made)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(made);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(made, Made);
        return digests[(int)made];
    }

    private void MakeBlock()
    {
        var entries = open.AsSpan(0, used);
        var number = Made;
        digests.Add(digests[^1].With(entries));
        if (number >= acknowledged)
        {
            kept.Add(new JournalBlock
            {
                Number = number,
                Entries = used == size ? open : entries.ToArray(),
                Cumulative = digests[^1],
            });
            open = used == size ? GC.AllocateUninitializedArray<Entry>(size) : open;
        }

        used = 0;
    }
}
