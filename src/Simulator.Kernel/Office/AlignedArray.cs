using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Simulator.Kernel.Office;

/// <summary>
/// An array that begins at a cache line, so that an item of 64 bytes lies in one line and not across two:
/// at the size of a country every line touched is a wait for memory.
/// </summary>
/// <typeparam name="T">A struct without references, a multiple of eight bytes.</typeparam>
internal readonly struct AlignedArray<T>
    where T : unmanaged
{
    private const int Line = 64;

    // Pinned, so that what is aligned stays so.
    private readonly ulong[] words;
    private readonly int start;

    /// <summary>So many items, all zero.</summary>
    internal AlignedArray(int length)
    {
        var size = checked(((long)length * Unsafe.SizeOf<T>() / sizeof(ulong)) + (Line / sizeof(ulong)));
        words = GC.AllocateArray<ulong>(checked((int)size), pinned: true);
        var address = (long)Marshal.UnsafeAddrOfPinnedArrayElement(words, 0);
        start = (int)((Line - (address & (Line - 1))) & (Line - 1)) / sizeof(ulong);
        Length = length;
    }

    /// <summary>How many items.</summary>
    internal int Length { get; }

    /// <summary>Bytes it holds.</summary>
    internal long Bytes => (long)words.Length * sizeof(ulong);

    /// <summary>The item at an index.</summary>
    internal ref T this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if (unchecked((uint)index >= (uint)Length))
            {
                Refuse();
            }

            ref var first = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(words), start);
            return ref Unsafe.Add(ref Unsafe.As<ulong, T>(ref first), index);
        }
    }

    private static void Refuse() => throw new InvalidOperationException("There is no such item.");
}
