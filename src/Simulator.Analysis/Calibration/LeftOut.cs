using Simulator.Analysis.Statistics;

namespace Simulator.Analysis.Calibration;

/// <summary>
/// What comes of predicting each chain's dates by the law that the other chains were fitted to: leaving one pair out
/// would leave another of the same papers in.
/// </summary>
/// <param name="Bands">A band for each pair, in the order of the table.</param>
public sealed record LeftOut(IReadOnlyList<DateBand> Bands)
{
    /// <summary>Pairs of which the date is known. A blank one says nothing of its band.</summary>
    public int Dated => Bands.Count(band => band.IsDated);

    /// <summary>Those of them whose date lies in the band.</summary>
    public int Inside => Bands.Count(band => band.IsDated && band.IsInside);

    /// <summary>
    /// Their share, to be held against <see cref="DateBand.Chance"/>, with Wilson's 95% interval, which takes pairs for
    /// independent.
    /// </summary>
    public Estimate Coverage => Shares.Interval(Inside, Dated);

    /// <summary>The dates in the widest band.</summary>
    public int Widest => Bands.Max(band => band.Dates);

    /// <summary>Bands of all pairs by one law, nothing left out.</summary>
    /// <param name="pairs">The pairs.</param>
    /// <param name="hours">Their hours.</param>
    /// <param name="law">The law, in working minutes.</param>
    public static LeftOut By(IEnumerable<RelayPair> pairs, RelayHours hours, IDelayLaw law) =>
        new([.. pairs.Select(pair => DateBand.Of(PairTimes.Of(pair, hours, TimeBasis.Working), law))]);

    /// <summary>Leaves out each chain in turn.</summary>
    internal static LeftOut Of(IReadOnlyList<PairTimes> pairs, DelayShape shape)
    {
        var bands = new List<DateBand>();
        foreach (var chain in pairs.GroupBy(pair => pair.Pair.Chain, StringComparer.Ordinal))
        {
            PairTimes[] others = [.. pairs.Where(pair => pair.Pair.Chain != chain.Key)];
            if (others.Length == 0)
            {
                continue;
            }

            var law = shape.Law([.. MaximumLikelihood.Best(shape, new GroupLikelihood(others)).At.Select(each => Math.Exp(each))]);
            bands.AddRange(chain.Select(pair => DateBand.Of(pair, law)));
        }

        return new LeftOut([.. bands.OrderBy(band => band.Pair.Line)]);
    }
}
