namespace Simulator.Kernel.Journal;

/// <summary>A numbered part of a journal.</summary>
public sealed record JournalBlock
{
    /// <summary>Its number, from 0.</summary>
    public required long Number { get; init; }

    /// <summary>Its entries, in the order of their key.</summary>
    public required Entry[] Entries { get; init; }

    /// <summary>The digest of the journal up to and including this block.</summary>
    public required Digest Cumulative { get; init; }
}
