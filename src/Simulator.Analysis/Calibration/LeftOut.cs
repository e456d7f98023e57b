namespace Simulator.Analysis.Calibration;

/// <summary>
/// What comes of predicting each chain's dates by the law that the other chains were fitted to: leaving one pair out
/// would leave another of the same papers in.
/// </summary>
/// <param name="Bands">A band for each pair, in the order of the table.</param>
public sealed record LeftOut(IReadOnlyList<DateBand> Bands)
{
    /// <summary>The smallest share of real dates that bands of nine chances in ten should hold.</summary>
    public const double LeastShare = 0.8;

    /// <summary>The most dates that a band of an urgent relay should have, to be of any use.</summary>
    public const int MostDates = 5;

    /// <summary>Pairs whose real date lies in the band.</summary>
    public int Inside => Bands.Count(band => band.IsInside);

    /// <summary>Their share.</summary>
    public double Share => (double)Inside / Bands.Count;

    /// <summary>The dates in the widest band.</summary>
    public int Widest => Bands.Max(band => band.Dates);

    /// <summary>Whether the bands hold enough real dates and are narrow enough to say something.</summary>
    public bool Holds => Share >= LeastShare && Widest <= MostDates;

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
