using System.Buffers.Binary;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Engine;

namespace Simulator.Tests.Kernel.Hosts;

/// <summary>Papers and wake-ups as bytes, field by field, as they would cross a network or rest on a disk.</summary>
internal static class PaperBytes
{
    public static byte[] Of(in Message paper)
    {
        var bytes = new byte[44];
        var span = bytes.AsSpan();
        BinaryPrimitives.WriteInt32LittleEndian(span, paper.From);
        BinaryPrimitives.WriteInt32LittleEndian(span[4..], paper.To);
        BinaryPrimitives.WriteUInt32LittleEndian(span[8..], paper.Number);
        BinaryPrimitives.WriteUInt32LittleEndian(span[12..], paper.Cause);
        BinaryPrimitives.WriteInt32LittleEndian(span[16..], paper.Sent);
        BinaryPrimitives.WriteInt32LittleEndian(span[20..], paper.Arrives);
        BinaryPrimitives.WriteUInt32LittleEndian(span[24..], paper.Content);
        BinaryPrimitives.WriteUInt32LittleEndian(span[28..], paper.Counted);
        BinaryPrimitives.WriteUInt32LittleEndian(span[32..], paper.Complied);
        BinaryPrimitives.WriteUInt16LittleEndian(span[36..], paper.Root);
        BinaryPrimitives.WriteUInt16LittleEndian(span[38..], paper.Tag);
        bytes[40] = (byte)paper.Class;
        bytes[41] = (byte)paper.Urgency;
        bytes[42] = paper.Item;
        bytes[43] = paper.Route;
        return bytes;
    }

    public static Message Paper(ReadOnlySpan<byte> bytes) => new()
    {
        From = BinaryPrimitives.ReadInt32LittleEndian(bytes),
        To = BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]),
        Number = BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..]),
        Cause = BinaryPrimitives.ReadUInt32LittleEndian(bytes[12..]),
        Sent = BinaryPrimitives.ReadInt32LittleEndian(bytes[16..]),
        Arrives = BinaryPrimitives.ReadInt32LittleEndian(bytes[20..]),
        Content = BinaryPrimitives.ReadUInt32LittleEndian(bytes[24..]),
        Counted = BinaryPrimitives.ReadUInt32LittleEndian(bytes[28..]),
        Complied = BinaryPrimitives.ReadUInt32LittleEndian(bytes[32..]),
        Root = BinaryPrimitives.ReadUInt16LittleEndian(bytes[36..]),
        Tag = BinaryPrimitives.ReadUInt16LittleEndian(bytes[38..]),
        Class = (PaperClass)bytes[40],
        Urgency = (Urgency)bytes[41],
        Item = bytes[42],
        Route = bytes[43],
    };

    /// <summary>What a body tells of a desk, as it comes out on the other side.</summary>
    public static DeskMove Crossing(DeskMove move)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, move.Body);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(4), move.Root);
        (bytes[6], bytes[7]) = (move.Post, unchecked((byte)move.By));
        return new DeskMove(
            BinaryPrimitives.ReadInt32LittleEndian(bytes), BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(4)), bytes[6],
            unchecked((sbyte)bytes[7]));
    }

    public static byte[] Of(in WakeUp wakeUp)
    {
        var bytes = new byte[16];
        var span = bytes.AsSpan();
        BinaryPrimitives.WriteInt32LittleEndian(span, wakeUp.Body);
        BinaryPrimitives.WriteInt32LittleEndian(span[4..], wakeUp.Job);
        BinaryPrimitives.WriteInt32LittleEndian(span[8..], wakeUp.Mark);
        BinaryPrimitives.WriteUInt16LittleEndian(span[12..], wakeUp.Dossier);
        bytes[14] = (byte)wakeUp.Kind;
        bytes[15] = wakeUp.Item;
        return bytes;
    }

    public static WakeUp WakeUp(ReadOnlySpan<byte> bytes) => new()
    {
        Body = BinaryPrimitives.ReadInt32LittleEndian(bytes),
        Job = BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]),
        Mark = BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]),
        Dossier = BinaryPrimitives.ReadUInt16LittleEndian(bytes[12..]),
        Kind = (WakeKind)bytes[14],
        Item = bytes[15],
    };
}
