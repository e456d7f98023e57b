namespace Simulator.Analysis.Calibration;

/// <summary>What the pairs of a group come to.</summary>
public sealed record GroupFit
{
    /// <summary>The group.</summary>
    public required DelayGroup Group { get; init; }

    /// <summary>The fits of all families, the one with the least AIC first.</summary>
    public required IReadOnlyList<DelayFit> Fits { get; init; }

    /// <summary>The steps with both factors fitted; it is among <see cref="Fits"/>.</summary>
    public required DelayFit Free { get; init; }

    /// <summary>The steps as they are written to a library.</summary>
    public required DelayFit Chosen { get; init; }

    /// <summary>Whether the chosen one has the sigmas of the library.</summary>
    public required bool KeepsSpread { get; init; }

    /// <summary>The sigmas of the library against fitted ones.</summary>
    public required LikelihoodRatio AgainstSpread { get; init; }

    /// <summary>The medians of the library against fitted ones, both with the sigmas of the library.</summary>
    public required LikelihoodRatio AgainstScale { get; init; }

    /// <summary>The numbers of the library as they are against fitted ones.</summary>
    public required LikelihoodRatio AgainstLibrary { get; init; }

    /// <summary>The log likelihood of the library's own numbers.</summary>
    public required double LibraryLogLikelihood { get; init; }

    /// <summary>The fitted steps.</summary>
    public required IReadOnlyList<FittedStep> Steps { get; init; }

    /// <summary>How well the chosen law fits; <c>null</c>: it was not asked for.</summary>
    public Goodness? Goodness { get; init; }

    /// <summary>Observed beside expected days, sorted.</summary>
    public required IReadOnlyList<QuantilePoint> Quantiles { get; init; }

    /// <summary>The levels of a pooled group, each against the others.</summary>
    public required IReadOnlyList<LevelTest> Levels { get; init; }

    /// <summary>What comes of leaving out chains; <c>null</c>: it was not asked for.</summary>
    public LeftOut? LeftOut { get; init; }

    /// <summary>Pairs whose lower paper is of a day off: they count as of the worked days on both sides.</summary>
    public required IReadOnlyList<RelayPair> OnDaysOff { get; init; }

    /// <summary>Pairs with a blank date.</summary>
    public IEnumerable<RelayPair> Blank => Group.Pairs.Where(pair => !pair.IsExact);

    /// <summary>Pairs that share a chain with another pair: what is known of the one is in part known of the other.</summary>
    public int Sharing => Group.Pairs.GroupBy(pair => pair.Chain, StringComparer.Ordinal)
        .Where(chain => chain.Count() > 1).Sum(chain => chain.Count());
}
