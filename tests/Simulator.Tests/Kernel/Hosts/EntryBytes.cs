using System.Buffers.Binary;
using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;

namespace Simulator.Tests.Kernel.Hosts;

/// <summary>Entries as bytes, field by field, as they would cross a network.</summary>
internal static class EntryBytes
{
    public static byte[] Of(in Entry entry)
    {
        var bytes = new byte[48];
        var span = bytes.AsSpan();
        BinaryPrimitives.WriteUInt64LittleEndian(span, entry.Body);
        BinaryPrimitives.WriteUInt64LittleEndian(span[8..], entry.CauseBody);
        BinaryPrimitives.WriteUInt64LittleEndian(span[16..], entry.Value);
        BinaryPrimitives.WriteInt32LittleEndian(span[24..], entry.Tick);
        BinaryPrimitives.WriteInt32LittleEndian(span[28..], entry.Started);
        BinaryPrimitives.WriteUInt32LittleEndian(span[32..], entry.Root);
        BinaryPrimitives.WriteUInt32LittleEndian(span[36..], entry.Sequence);
        BinaryPrimitives.WriteUInt32LittleEndian(span[40..], entry.CauseSequence);
        bytes[44] = (byte)entry.Kind;
        bytes[45] = (byte)entry.Step;
        bytes[46] = entry.Server;
        bytes[47] = entry.Route;
        return bytes;
    }

    public static Entry Entry(ReadOnlySpan<byte> bytes) => new()
    {
        Body = BinaryPrimitives.ReadUInt64LittleEndian(bytes),
        CauseBody = BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]),
        Value = BinaryPrimitives.ReadUInt64LittleEndian(bytes[16..]),
        Tick = BinaryPrimitives.ReadInt32LittleEndian(bytes[24..]),
        Started = BinaryPrimitives.ReadInt32LittleEndian(bytes[28..]),
        Root = BinaryPrimitives.ReadUInt32LittleEndian(bytes[32..]),
        Sequence = BinaryPrimitives.ReadUInt32LittleEndian(bytes[36..]),
        CauseSequence = BinaryPrimitives.ReadUInt32LittleEndian(bytes[40..]),
        Kind = (EntryKind)bytes[44],
        Step = (Step)bytes[45],
        Server = bytes[46],
        Route = bytes[47],
    };
}
