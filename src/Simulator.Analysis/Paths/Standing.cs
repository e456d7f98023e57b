using Simulator.Analysis.Statistics;

namespace Simulator.Analysis.Paths;

/// <summary>Where a delay of this run stands among those of other replications.</summary>
/// <param name="Slower">Replications in which it took longer.</param>
/// <param name="Same">In which it took as long.</param>
/// <param name="Faster">In which it took less long.</param>
/// <param name="Never">In which it did not come to an end, which is slower than any that did.</param>
public sealed record Standing(int Slower, int Same, int Faster, int Never)
{
    /// <summary>How many replications.</summary>
    public int Replications => Slower + Same + Faster + Never;

    /// <summary>The share of those that were slower, with Wilson's interval.</summary>
    public Estimate ShareSlower => Shares.Interval(Slower + Never, Replications);

    /// <summary>Where a delay stands; NaN is one without an end.</summary>
    /// <param name="here">Minutes in this run, not NaN.</param>
    /// <param name="others">Minutes in the other ones.</param>
    internal static Standing Of(double here, IEnumerable<double> others)
    {
        var (slower, same, faster, never) = (0, 0, 0, 0);
        foreach (var other in others)
        {
            (slower, same, faster, never) = double.IsNaN(other) ? (slower, same, faster, never + 1)
                : other > here ? (slower + 1, same, faster, never)
                : other < here ? (slower, same, faster + 1, never)
                : (slower, same + 1, faster, never);
        }

        return new Standing(slower, same, faster, never);
    }
}
