namespace Simulator.Kernel.Chance;

/// <summary>
/// Draws one after another from a seed, the same on every machine: SplitMix64 (Steele, Lea and Flood, "Fast
/// splittable pseudorandom number generators", OOPSLA 2014) over <see cref="Draw.Mix"/>. It lays out experiments
/// and resamples what runs came to; it has no part in a run, whose chances come from a <see cref="ChanceKey"/>.
/// </summary>
/// <param name="seed">Every value is as good as another.</param>
public sealed class DrawSequence(ulong seed)
{
    private ulong _state = Draw.Mix(seed);

    /// <summary>The next 64 bits.</summary>
    public ulong Bits() => Draw.Mix(unchecked(_state += 0x9E3779B97F4A7C15));

    /// <summary>The next number strictly between 0 and 1.</summary>
    public double Unit() => Draw.Unit(Bits());

    /// <summary>
    /// The next whole number from 0 up to, and without, the bound. Off from even by less than bound / 2^64.
    /// </summary>
    /// <param name="bound">1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The bound is below 1.</exception>
    public int Below(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bound, 1);
        return (int)Math.BigMul(Bits(), (ulong)bound, out _);
    }

    /// <summary>The next order of so many things, each as likely as another (Fisher and Yates, 1938).</summary>
    /// <param name="count">0 or more.</param>
    public int[] Order(int count)
    {
        var order = new int[count];
        for (int place = 0; place < count; place++)
        {
            int other = Below(place + 1);
            (order[place], order[other]) = (order[other], place);
        }

        return order;
    }
}
