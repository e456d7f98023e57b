using System.Runtime.CompilerServices;

namespace Simulator.Kernel.Chance;

/// <summary>
/// All chance of one run. A draw is a pure function of (seed, replication, body, root directive, purpose, n)
/// and of nothing else: neither the order in which draws are asked for nor a body's place in the hierarchy
/// is in it, so that variants of a scenario meet the same chances wherever they do the same thing.
/// </summary>
/// <remarks>
/// The body is mixed under the run's first key, the root directive is added, and the sum is mixed again
/// together with the occurrence under the second key, so that no two parts of a key can stand in for each
/// other: the mixing between them is a full avalanche. <c>default</c> is a key, but no run's.
/// </remarks>
public readonly struct ChanceKey
{
    // 2^64 over the golden ratio, odd: consecutive occurrences lie far apart before they are mixed
    // (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014).
    private const ulong Golden = 0x9E3779B97F4A7C15;

    private readonly ulong _first;
    private readonly ulong _second;

    /// <summary>The key of one replication of a run.</summary>
    /// <param name="seed">The run's seed; every value is as good as another.</param>
    /// <param name="replication">The replication's number, 0 for the first.</param>
    public ChanceKey(ulong seed, int replication)
    {
        unchecked
        {
            ulong run = Draw.Mix(Draw.Mix(seed + Golden) ^ ((uint)replication * Golden));
            _first = Draw.Mix(run + Golden);
            _second = Draw.Mix(run + 2 * Golden);
        }
    }

    /// <summary>A draw inside a body, strictly between 0 and 1.</summary>
    /// <param name="body">The 64-bit hash of the body's id.</param>
    /// <param name="root">The 64-bit hash of the root directive's id.</param>
    /// <param name="purpose">What the draw is for.</param>
    /// <param name="n">The occurrence of this purpose for this root at this body, from 0.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Unit(ulong body, ulong root, Purpose purpose, uint n) =>
        Draw.Unit(Bits(body, root, purpose, n));

    /// <summary>A draw on the arrow from one body to another, strictly between 0 and 1.</summary>
    /// <param name="from">The 64-bit hash of the sender's id.</param>
    /// <param name="to">The 64-bit hash of the receiver's id.</param>
    /// <param name="root">The 64-bit hash of the root directive's id.</param>
    /// <param name="purpose">What the draw is for.</param>
    /// <param name="n">The occurrence of this purpose for this root on this arrow, from 0.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Arrow(ulong from, ulong to, ulong root, Purpose purpose, uint n) =>
        Draw.Unit(ArrowBits(from, to, root, purpose, n));

    /// <summary>The 64 bits behind <see cref="Unit"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ulong Bits(ulong body, ulong root, Purpose purpose, uint n) =>
        Last(Draw.Mix(body ^ _first), root, purpose, n);

    /// <summary>The 64 bits behind <see cref="Arrow"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ulong ArrowBits(ulong from, ulong to, ulong root, Purpose purpose, uint n) =>
        unchecked(Last(Draw.Mix(from ^ _first) + Draw.Mix(to ^ _second), root, purpose, n));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong Last(ulong place, ulong root, Purpose purpose, uint n)
    {
        unchecked
        {
            ulong occurrence = ((ulong)purpose << 32) | n;
            return Draw.Mix((place + root + occurrence * Golden) ^ _second);
        }
    }
}
