using Simulator.Kernel.Chance;

namespace Simulator.Analysis.Calibration;

/// <summary>
/// Dates drawn from a law for pairs with both dates, to see what a fit makes of chance alone. A draw depends on seed,
/// sample and pair, and not on the order in which samples are drawn.
/// </summary>
internal sealed class DrawnDates
{
    private readonly PairTimes[] pairs;
    private readonly ulong seed;

    internal DrawnDates(IEnumerable<PairTimes> pairs, IDelayLaw law, ulong seed)
    {
        this.pairs = [.. pairs];
        this.seed = seed;
        Chances = [.. this.pairs.Select(pair => pair.DateChances(law))];
    }

    /// <summary>By pair, the chances of each day.</summary>
    internal IReadOnlyList<double[]> Chances { get; }

    /// <summary>By pair, the days of a sample, and the pairs with those dates.</summary>
    internal (int[] Days, PairTimes[] Pairs) Sample(int sample)
    {
        var draws = new DrawSequence(Draw.Mix(seed) ^ (uint)sample);
        int[] days = [.. Chances.Select(chances => Day(chances, draws.Unit()))];
        return (days, [.. pairs.Select((pair, i) => pair.On(days[i]))]);
    }

    /// <summary>The share of samples, the real one counted among them, of which something holds.</summary>
    internal static double Share(int samples, Func<int, bool> holds)
    {
        var held = new bool[samples];
        Parallel.For(0, samples, sample => held[sample] = holds(sample));
        return (1.0 + held.Count(each => each)) / (samples + 1);
    }

    private static int Day(double[] chances, double unit)
    {
        var sum = 0.0;
        for (var day = 0; day < chances.Length; day++)
        {
            sum += chances[day];
            if (unit <= sum)
            {
                return day;
            }
        }

        return chances.Length - 1;
    }
}
