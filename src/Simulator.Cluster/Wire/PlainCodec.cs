using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Orleans.Serialization.Buffers;
using Orleans.Serialization.Codecs;
using Orleans.Serialization.WireProtocol;

namespace Simulator.Cluster.Wire;

/// <summary>
/// Writes and reads <see cref="Plain{T}"/>: the length in bytes, the size of one value, how many there are,
/// the values. A value of another size comes from another version of the program and is refused.
/// </summary>
/// <typeparam name="T">A struct of plain fields.</typeparam>
[RegisterSerializer]
internal sealed class PlainCodec<T> : IFieldCodec<Plain<T>>
    where T : unmanaged
{
    private const int Head = 2 * sizeof(int);

    /// <inheritdoc/>
    public void WriteField<TBufferWriter>(
        ref Writer<TBufferWriter> writer, uint fieldIdDelta, Type? expectedType, Plain<T> value)
        where TBufferWriter : IBufferWriter<byte>
    {
        ReferenceCodec.MarkValueField(writer.Session);
        writer.WriteFieldHeader(fieldIdDelta, expectedType, typeof(Plain<T>), WireType.LengthPrefixed);
        var bytes = MemoryMarshal.AsBytes(value.Span);
        writer.WriteVarUInt32((uint)(Head + bytes.Length));
        writer.WriteInt32(Unsafe.SizeOf<T>());
        writer.WriteInt32(value.Count);
        writer.Write(bytes);
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">The bytes are not such values.</exception>
    public Plain<T> ReadValue<TInput>(ref Reader<TInput> reader, Field field)
    {
        ReferenceCodec.MarkValueField(reader.Session);
        field.EnsureWireType(WireType.LengthPrefixed);
        var length = reader.ReadVarUInt32();
        var (size, count) = (reader.ReadInt32(), reader.ReadInt32());
        if (size != Unsafe.SizeOf<T>() || count < 0 || length != Head + ((long)size * count))
        {
            throw new InvalidDataException(
                $"{typeof(T).Name} takes {Unsafe.SizeOf<T>()} bytes here and {size} where it came from: "
                + "the two run different versions of the program.");
        }

        if (count == 0)
        {
            return default;
        }

        var items = new T[count];
        reader.ReadBytes(MemoryMarshal.AsBytes(items.AsSpan()));
        return new Plain<T>(items);
    }
}
