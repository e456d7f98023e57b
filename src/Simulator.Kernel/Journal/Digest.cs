using System.Runtime.CompilerServices;

namespace Simulator.Kernel.Journal;

/// <summary>
/// The digest of a journal: the sum modulo 2^128 of a 128-bit hash of each entry. A sum, so that the
/// digests of the parts of a run add up to that of the whole in whatever order they come.
/// </summary>
/// <param name="Value">The sum; <c>default</c> is the digest of an empty journal.</param>
public readonly record struct Digest(UInt128 Value)
{
    private const ulong K0 = 0xA0761D6478BD642FUL;
    private const ulong K1 = 0xE7037ED1A0B428DBUL;
    private const ulong K2 = 0x8EBC6AF09C88C6E3UL;
    private const ulong K3 = 0x589965CC75374CC3UL;
    private const ulong K4 = 0x1D8E4E27C47D124FUL;
    private const ulong K5 = 0xEB44ACCAB455D165UL;
    private const ulong K6 = 0x9E3779B97F4A7C15UL;

    /// <summary>The digest of two parts.</summary>
    public static Digest operator +(Digest left, Digest right) => new(unchecked(left.Value + right.Value));

    /// <summary>This digest with one entry more.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Digest With(in Entry entry) => With(new ReadOnlySpan<Entry>(in entry));

    /// <summary>This digest with more entries.</summary>
    public Digest With(ReadOnlySpan<Entry> entries)
    {
        var (low, high) = ((ulong)(Value & ulong.MaxValue), (ulong)(Value >> 64));
        foreach (ref readonly var entry in entries)
        {
            var (upper, lower) = HashOf(entry);
            unchecked
            {
                low += lower;
                high += upper + (low < lower ? 1UL : 0UL);
            }
        }

        return new(new UInt128(high, low));
    }

    /// <summary>Thirty-two hexadecimal digits.</summary>
    public override string ToString() =>
        Value.ToString("x32", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Folded 64 by 64 bit products of the six words, keyed by their place, in two lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (ulong High, ulong Low) HashOf(in Entry entry)
    {
        ref var w = ref Unsafe.As<Entry, ulong>(ref Unsafe.AsRef(in entry));
        var a = Fold(w ^ K0, Unsafe.Add(ref w, 1) ^ K1);
        var b = Fold(Unsafe.Add(ref w, 2) ^ K2, Unsafe.Add(ref w, 3) ^ K3);
        var c = Fold(Unsafe.Add(ref w, 4) ^ K4, Unsafe.Add(ref w, 5) ^ K5);
        var low = Fold(unchecked(a + K6) ^ b, c ^ K1);
        var high = Fold(unchecked(b + K2) ^ c, a ^ K4 ^ low);
        return (high, low ^ w ^ unchecked(Unsafe.Add(ref w, 3) * K6));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Fold(ulong left, ulong right)
    {
        var high = Math.BigMul(left, right, out var low);
        return high ^ low;
    }
}
