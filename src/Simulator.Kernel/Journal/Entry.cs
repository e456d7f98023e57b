using System.Runtime.InteropServices;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Office;

namespace Simulator.Kernel.Journal;

/// <summary>
/// One entry of the journal, the kernel's only output: 48 bytes, in which bodies and roots stand by the
/// hash of their id and never by a place in memory. Its key is (tick, body in id order, sequence).
/// </summary>
[StructLayout(LayoutKind.Sequential, Pack = 8, Size = Size)]
public readonly record struct Entry
{
    /// <summary>Bytes of an entry in memory and in a journal file.</summary>
    public const int Size = 48;

    /// <summary>The value of <see cref="Item"/> where no assignment is meant.</summary>
    public const byte NoItem = 255;

    /// <summary>Hash of the id of the body whose entry it is.</summary>
    public ulong Body { get; init; }

    /// <summary>Hash of the id of the body whose entry enabled this one.</summary>
    public ulong CauseBody { get; init; }

    /// <summary>What, Item, A and B, packed; see <see cref="Pack"/>.</summary>
    public ulong Value { get; init; }

    /// <summary>When, in minutes since the start.</summary>
    public int Tick { get; init; }

    /// <summary>When the step started or the paper was sent, in minutes since the start.</summary>
    public int Started { get; init; }

    /// <summary>Hash of the id of the root directive.</summary>
    public uint Root { get; init; }

    /// <summary>The body's own count of entries, from 1.</summary>
    public uint Sequence { get; init; }

    /// <summary>The sequence of the enabling entry at <see cref="CauseBody"/>; 0: nothing before it.</summary>
    public uint CauseSequence { get; init; }

    /// <summary>What it says.</summary>
    public EntryKind Kind { get; init; }

    /// <summary>Which step.</summary>
    public Step Step { get; init; }

    /// <summary>Which person of the post did it, from 0; 255: nobody was held up.</summary>
    public byte Server { get; init; }

    /// <summary>By which route the root came here: 0 the first paper, 1 the second, …</summary>
    public byte Route { get; init; }

    /// <summary>The kind's own code.</summary>
    public byte What => (byte)(Value >> 56);

    /// <summary>The place of an assignment in its directive, or the kind's own code.</summary>
    public byte Item => (byte)((Value >> 48) & 0xFF);

    /// <summary>The kind's first number, 0 to 2^24-1.</summary>
    public int A => (int)((Value >> 24) & 0xFF_FFFF);

    /// <summary>The kind's second number, 0 to 2^24-1.</summary>
    public int B => (int)(Value & 0xFF_FFFF);

    /// <summary>Whether a directive, or a paper that implements one, arrived.</summary>
    public bool BringsDirective => Kind == EntryKind.Arrived && ((PaperClass)What).BringsDirective();

    /// <summary>Packs the kind's own values.</summary>
    public static ulong Pack(byte what, byte item, uint a, uint b) =>
        ((ulong)what << 56) | ((ulong)item << 48) | ((ulong)(a & 0xFF_FFFF) << 24) | (b & 0xFF_FFFF);
}
