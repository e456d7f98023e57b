using Simulator.Kernel.Chance;

namespace Simulator.Analysis.Statistics;

/// <summary>
/// Draws one after another from a seed, the same on every machine: SplitMix64 (Steele, Lea and Flood, "Fast
/// splittable pseudorandom number generators", OOPSLA 2014) over the kernel's mixing. It resamples what runs
/// came to and has no part in a run.
/// </summary>
/// <param name="seed">Every value is as good as another.</param>
internal sealed class DrawSequence(ulong seed)
{
    private ulong _state = Draw.Mix(seed);

    /// <summary>The next 64 bits.</summary>
    public ulong Bits() => Draw.Mix(unchecked(_state += 0x9E3779B97F4A7C15));

    /// <summary>A number strictly between 0 and 1.</summary>
    public double Unit() => Draw.Unit(Bits());

    /// <summary>A whole number from 0 up to, and without, the bound; off from even by less than bound / 2^64.</summary>
    public int Below(int bound) => (int)Math.BigMul(Bits(), (ulong)bound, out _);
}
