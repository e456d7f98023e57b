using Simulator.Kernel.Chance;

namespace Simulator.Tests.Kernel.Models;

/// <summary>
/// A test's own chance, apart from the draws of the run that it looks at: a counter under a seed, so that
/// the same seed gives the same test on every machine.
/// </summary>
internal sealed class Dice(ulong seed)
{
    private readonly ulong _key = Draw.Mix(seed ^ 0x5EED_0F_7E575UL);
    private ulong _thrown;

    /// <summary>A number strictly between 0 and 1.</summary>
    public double Unit() => Draw.Unit(Draw.Mix(unchecked(_key + (++_thrown * 0x9E3779B97F4A7C15UL))));

    public int Below(int bound) => (int)(Unit() * bound);

    public int Between(int low, int high) => low + Below(high - low + 1);

    public bool Falls(double probability) => Unit() < probability;

    public T Pick<T>(params ReadOnlySpan<T> from) => from[Below(from.Length)];

    public double Exponential(double mean) => -mean * Math.Log(Unit());

    public T[] Shuffled<T>(IEnumerable<T> items)
    {
        var shuffled = items.ToArray();
        for (var place = shuffled.Length - 1; place > 0; place--)
        {
            var other = Below(place + 1);
            (shuffled[place], shuffled[other]) = (shuffled[other], shuffled[place]);
        }

        return shuffled;
    }
}
