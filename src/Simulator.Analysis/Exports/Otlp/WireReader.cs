using System.Text;

namespace Simulator.Analysis.Exports.Otlp;

/// <summary>
/// Reads a message in the wire format of Protocol Buffers, field by field: what receivers answer. What it does not understand
/// ends it, for an answer is only looked into.
/// </summary>
internal ref struct WireReader(ReadOnlySpan<byte> message)
{
    private ReadOnlySpan<byte> rest = message;

    /// <summary>The number of the field that was read.</summary>
    internal int Field { get; private set; }

    /// <summary>Its value, if it is a number.</summary>
    internal long Number { get; private set; }

    /// <summary>Its value, if it is a text, bytes or a message; else empty.</summary>
    internal ReadOnlySpan<byte> Bytes { get; private set; }

    /// <summary>The value as a text.</summary>
    internal readonly string Text => Encoding.UTF8.GetString(Bytes);

    /// <summary>Goes on to the next field.</summary>
    /// <returns>Whether there is one.</returns>
    internal bool Read()
    {
        if (rest.IsEmpty || !Varint(out var tag))
        {
            return false;
        }

        Field = (int)(tag >> 3);
        Number = 0;
        Bytes = default;
        switch (tag & 7)
        {
            case 0:
                var isWhole = Varint(out var value);
                Number = unchecked((long)value);
                return isWhole;
            case 1:
                return Take(8, out _);
            case 2:
                if (Varint(out var length) && length <= (ulong)rest.Length && Take((int)length, out var taken))
                {
                    Bytes = taken;
                    return true;
                }

                return false;
            case 5:
                return Take(4, out _);
            default:
                return false;
        }
    }

    private bool Take(int length, out ReadOnlySpan<byte> taken)
    {
        taken = default;
        if (length > rest.Length)
        {
            return false;
        }

        taken = rest[..length];
        rest = rest[length..];
        return true;
    }

    private bool Varint(out ulong value)
    {
        value = 0;
        for (var place = 0; place < rest.Length && place < 10; place++)
        {
            value |= (ulong)(rest[place] & 0x7F) << (7 * place);
            if (rest[place] < 0x80)
            {
                rest = rest[(place + 1)..];
                return true;
            }
        }

        return false;
    }
}
