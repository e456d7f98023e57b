using System.Numerics;

namespace Simulator.Kernel.Journal;

/// <summary>
/// A 128-bit hash of a sequence of words: the two lanes of MurmurHash3 (Appleby, 2011), each fed with every
/// word. For a given state each lane is a bijection of the word, so that one word changed is always seen. The
/// same on every machine; <c>default</c> is the beginning.
/// </summary>
internal struct Hash128
{
    private const ulong C1 = 0x87C37B91114253D5UL;
    private const ulong C2 = 0x4CF5AD432745937FUL;

    private ulong low;
    private ulong high;
    private ulong words;

    /// <summary>The hash of the words so far.</summary>
    internal readonly UInt128 Value
    {
        get
        {
            unchecked
            {
                var (a, b) = (low ^ words, high ^ words);
                a += b;
                b += a;
                (a, b) = (Finish(a), Finish(b));
                a += b;
                return new UInt128(b + a, a);
            }
        }
    }

    internal void Add(ulong word)
    {
        unchecked
        {
            low ^= BitOperations.RotateLeft(word * C1, 31) * C2;
            low = ((BitOperations.RotateLeft(low, 27) + high) * 5) + 0x52DCE729UL;
            high ^= BitOperations.RotateLeft(word * C2, 33) * C1;
            high = ((BitOperations.RotateLeft(high, 31) + low) * 5) + 0x38495AB5UL;
            words++;
        }
    }

    internal void Add(int number) => Add(unchecked((uint)number));

    internal void Add(int first, int second) =>
        Add(unchecked(((ulong)(uint)first << 32) | (uint)second));

    internal void Add(bool holds) => Add(holds ? 1UL : 0UL);

    /// <summary>By its bits; the two zeros are one.</summary>
    internal void Add(double number) => Add(BitConverter.DoubleToUInt64Bits(number + 0.0));

    internal void Add(UInt128 hash)
    {
        Add((ulong)(hash & ulong.MaxValue));
        Add((ulong)(hash >> 64));
    }

    /// <summary>How many numbers, and each.</summary>
    internal void Add(ReadOnlySpan<int> numbers)
    {
        Add(numbers.Length);
        foreach (var number in numbers)
        {
            Add(number);
        }
    }

    private static ulong Finish(ulong bits)
    {
        unchecked
        {
            bits = (bits ^ (bits >> 33)) * 0xFF51AFD7ED558CCDUL;
            bits = (bits ^ (bits >> 33)) * 0xC4CEB9FE1A85EC53UL;
            return bits ^ (bits >> 33);
        }
    }
}
