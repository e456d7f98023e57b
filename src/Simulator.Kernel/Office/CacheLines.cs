using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Simulator.Kernel.Office;

/// <summary>
/// Memory in lines of 64 bytes that begin where the processor's cache lines do: at the size of a country
/// every line touched is a wait for memory. Holds structs without references, each from a line on.
/// </summary>
internal readonly struct CacheLines
{
    /// <summary>Bytes of a line.</summary>
    internal const int Size = 64;

    private const int WordsPerLine = Size / sizeof(ulong);

    // Pinned, so that what is aligned stays so.
    private readonly ulong[] words;
    private readonly int start;

    /// <summary>So many lines, all zero.</summary>
    internal CacheLines(int count)
    {
        // One for the shift, and one behind the last, which may be fetched and never read.
        words = GC.AllocateArray<ulong>(checked((count + 2) * WordsPerLine), pinned: true);
        var address = (long)Marshal.UnsafeAddrOfPinnedArrayElement(words, 0);
        start = (int)(-address & (Size - 1)) / sizeof(ulong);
    }

    /// <summary>Bytes it holds.</summary>
    internal long Bytes => (long)words.Length * sizeof(ulong);

    /// <summary>Makes all lines zero.</summary>
    internal void Clear() => Array.Clear(words);

    /// <summary>What lies from a line on; the caller knows that it does.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ref T At<T>(int line)
        where T : unmanaged => ref Unsafe.As<ulong, T>(ref words[unchecked(start + (line * WordsPerLine))]);
}
