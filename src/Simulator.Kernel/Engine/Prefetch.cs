using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Simulator.Kernel.Engine;

/// <summary>
/// Asks the processor to bring memory near that will be needed soon. A large hierarchy does not fit in any
/// cache, and a round knows in advance what it will touch. No effect on any result: a processor without
/// the instruction does nothing. The one place in the kernel that needs a pointer.
/// </summary>
internal static unsafe class Prefetch
{
    /// <summary>Brings the cache line near in which something begins.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Line<T>(ref readonly T place)
        where T : unmanaged
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.AsRef(in place)));
        }
    }

    /// <summary>Brings both cache lines near over which something of at most 64 bytes may lie.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Lines<T>(ref readonly T place)
        where T : unmanaged
    {
        if (Sse.IsSupported)
        {
            var start = (byte*)Unsafe.AsPointer(ref Unsafe.AsRef(in place));
            Sse.Prefetch0(start);
            Sse.Prefetch0(start + sizeof(T) - 1);
        }
    }
}
