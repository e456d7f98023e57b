using System.Runtime.CompilerServices;

namespace Simulator.Kernel.Chance;

/// <summary>
/// Turns 64 well mixed bits into the number that a chance decides by. There is no generator here and so no
/// state: bits come from a <see cref="ChanceKey"/>, a pure function of what is drawn for whom.
/// </summary>
public static class Draw
{
    /// <summary>
    /// A number strictly between 0 and 1: the upper 52 bits plus one half, over 2^52. With 53 bits the half
    /// would be rounded away and the largest draw would be 1. The result is exact, its smallest value is
    /// 2^-53, its largest 1 - 2^-53, and 1 minus it is exact and as likely as itself.
    /// </summary>
    /// <param name="bits">Any 64 bits; the lower 12 do not count.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Unit(ulong bits) =>
        (unchecked((long)(bits >> 12)) + 0.5) * (1.0 / (1L << 52));

    /// <summary>
    /// A bijection of 64 bits in which every bit of the input flips each bit of the output half of the time
    /// (SplitMix64's finaliser with the multipliers of Stafford's "Better bit mixing", variant 13, 2011).
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Mix(ulong bits)
    {
        unchecked
        {
            bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
            bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
            return bits ^ (bits >> 31);
        }
    }
}
