using System.Buffers.Binary;
using System.Text;

namespace Simulator.Analysis.Exports.Otlp;

/// <summary>
/// Writes messages in the wire format of Protocol Buffers (protobuf.dev, <i>Encoding</i>): each value behind a number made of
/// its field and its form. What a message in a message holds is written first, and its length put before it.
/// </summary>
internal sealed class WireWriter
{
    private const int VarintForm = 0;
    private const int Fixed64Form = 1;
    private const int LengthForm = 2;
    private const int Fixed32Form = 5;
    private const int MostBytesOfVarint = 10;

    private byte[] bytes = new byte[1024];

    /// <summary>How many bytes have been written.</summary>
    internal int Length { get; private set; }

    /// <summary>They.</summary>
    internal ReadOnlySpan<byte> Written => bytes.AsSpan(0, Length);

    /// <summary>Begins anew.</summary>
    internal void Clear() => Length = 0;

    /// <summary>An integer or a yes or no: of <c>int32</c>, <c>int64</c>, <c>uint32</c>, <c>bool</c> and enumerations.</summary>
    internal void Number(int field, long value)
    {
        Varint(Tag(field, VarintForm));
        Varint(unchecked((ulong)value));
    }

    /// <summary>A <c>fixed64</c>.</summary>
    internal void Fixed64(int field, ulong value)
    {
        Varint(Tag(field, Fixed64Form));
        BinaryPrimitives.WriteUInt64LittleEndian(Room(8), value);
        Length += 8;
    }

    /// <summary>A <c>fixed32</c>.</summary>
    internal void Fixed32(int field, uint value)
    {
        Varint(Tag(field, Fixed32Form));
        BinaryPrimitives.WriteUInt32LittleEndian(Room(4), value);
        Length += 4;
    }

    /// <summary>A text, as UTF-8.</summary>
    internal void Text(int field, string value)
    {
        Varint(Tag(field, LengthForm));
        var length = Encoding.UTF8.GetByteCount(value);
        Varint((ulong)length);
        Encoding.UTF8.GetBytes(value, Room(length));
        Length += length;
    }

    /// <summary>Bytes, or a whole message.</summary>
    internal void Bytes(int field, ReadOnlySpan<byte> value)
    {
        Varint(Tag(field, LengthForm));
        Varint((ulong)value.Length);
        Raw(value);
    }

    /// <summary>What is written already, as it is.</summary>
    internal void Raw(ReadOnlySpan<byte> value)
    {
        value.CopyTo(Room(value.Length));
        Length += value.Length;
    }

    /// <summary>Begins a message in this one.</summary>
    /// <returns>What <see cref="End"/> is to be given.</returns>
    internal int Begin(int field)
    {
        Varint(Tag(field, LengthForm));
        return Length;
    }

    /// <summary>Ends it.</summary>
    internal void End(int place)
    {
        var length = Length - place;
        Span<byte> prefix = stackalloc byte[MostBytesOfVarint];
        var size = Encode(prefix, (ulong)length);
        _ = Room(size);
        bytes.AsSpan(place, length).CopyTo(bytes.AsSpan(place + size));
        prefix[..size].CopyTo(bytes.AsSpan(place));
        Length += size;
    }

    private static ulong Tag(int field, int form) => ((ulong)field << 3) | (uint)form;

    private void Varint(ulong value) => Length += Encode(Room(MostBytesOfVarint), value);

    private static int Encode(Span<byte> target, ulong value)
    {
        var size = 0;
        while (value >= 0x80)
        {
            target[size++] = (byte)(value | 0x80);
            value >>= 7;
        }

        target[size++] = (byte)value;
        return size;
    }

    private Span<byte> Room(int more)
    {
        if (Length + more > bytes.Length)
        {
            Array.Resize(ref bytes, Math.Max(bytes.Length * 2, Length + more));
        }

        return bytes.AsSpan(Length);
    }
}
