namespace Simulator.Analysis.Calibration;

/// <summary>
/// Fits how long relays take to pairs of dated papers. What is fitted is the delay of a relay as a whole: from the upper
/// paper's leaving to the lower one's. Everything is computed from the order alone, so equal orders give equal numbers.
/// </summary>
public static class Calibrator
{
    // A level with fewer pairs says nothing about itself.
    private const int FewestOfALevel = 3;

    /// <summary>A group with fewer pairs is not fitted.</summary>
    public const int LeastPairs = 5;

    /// <summary>The groups of the pairs, by urgency, highest first.</summary>
    public static IReadOnlyList<DelayGroup> Groups(CalibrationOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);
        return DelayGroup.Of(order.Pairs, order.Fewest);
    }

    /// <summary>The fit of each group that has <see cref="LeastPairs"/>.</summary>
    public static IReadOnlyList<GroupFit> Fit(CalibrationOrder order) =>
    [
        .. Groups(order).Where(group => group.Pairs.Count >= LeastPairs).Select(group => Fit(order, group)),
    ];

    private static GroupFit Fit(CalibrationOrder order, DelayGroup group)
    {
        var (hours, chain) = (order.Hours(group.Urgency), order.Chain(group.Urgency));
        PairTimes[] working = [.. group.Pairs.Select(pair => PairTimes.Of(pair, hours, TimeBasis.Working))];
        PairTimes[] elapsed = [.. group.Pairs.Select(pair => PairTimes.Of(pair, hours, TimeBasis.Elapsed))];
        var (byWork, byClock) = (new GroupLikelihood(working), new GroupLikelihood(elapsed));
        var (free, kept) = (DelayShape.Steps(chain), DelayShape.StepsWithTheirSpread(chain));
        DelayFit[] fits =
        [
            MaximumLikelihood.Fit(free, byWork),
            .. DelayShape.Usual(TimeBasis.Working).Select(shape => MaximumLikelihood.Fit(shape, byWork)),
            .. DelayShape.Usual(TimeBasis.Elapsed).Select(shape => MaximumLikelihood.Fit(shape, byClock)),
        ];
        var withTheirSpread = MaximumLikelihood.Fit(kept, byWork);
        var againstSpread = LikelihoodRatio.Of(fits[0].LogLikelihood, withTheirSpread.LogLikelihood, 1);
        var keeps = order.Spread == SpreadChoice.Keep || (order.Spread == SpreadChoice.Auto && !againstSpread.IsRefuted);
        var chosen = keeps ? withTheirSpread : fits[0];
        var shape = keeps ? kept : free;
        var library = byWork.LogOf(chain.Law(1, 1));
        double[] best = [.. chosen.Parameters.Select(parameter => Math.Log(parameter.Value))];
        return new GroupFit
        {
            Group = group,
            Fits = [.. fits.OrderBy(fit => fit.Aic)],
            Free = fits[0],
            Chosen = chosen,
            KeepsSpread = keeps,
            AgainstSpread = againstSpread,
            AgainstLibrary = BySamples(order, LikelihoodRatio.Of(fits[0].LogLikelihood, library, 2), working, free),
            AgainstScale = LikelihoodRatio.Of(withTheirSpread.LogLikelihood, library, 1),
            LibraryLogLikelihood = library,
            Steps = Steps(chain, chosen, order.NominalDay),
            Goodness = order.Samples == 0 ? null : Goodness.Of(working, shape, best, order.Samples, order.Seed),
            Quantiles = QuantilePoint.Of(working, chosen.Law),
            Levels = Levels(kept, working, withTheirSpread.LogLikelihood),
            LeftOut = order.LeavesOutChains ? LeftOut.Of(working, shape) : null,
            OnDaysOff = [.. working.Where(pair => pair.IsWidened).Select(pair => pair.Pair)],
        };
    }

    private static LikelihoodRatio BySamples(
        CalibrationOrder order, LikelihoodRatio ratio, PairTimes[] pairs, DelayShape free)
    {
        // Which dates would have been blank in another sample, nobody knows.
        if (order.Samples == 0 || pairs.Any(pair => !pair.Pair.IsExact))
        {
            return ratio;
        }

        var library = free.Law([1, 1]);
        var drawn = new DrawnDates(pairs, library, order.Seed);
        return ratio with
        {
            ChanceBySamples = DrawnDates.Share(order.Samples, sample =>
            {
                var likelihood = new GroupLikelihood(drawn.Sample(sample).Pairs);
                var best = MaximumLikelihood.Quick(free, likelihood, [0, 0]).Value;
                return 2 * (best - likelihood.LogOf(library)) >= ratio.Twice - 1e-9;
            }),
        };
    }

    private static FittedStep[] Steps(StepChain chain, DelayFit fit, int nominalDay)
    {
        var scale = fit.Parameters[0];
        var spread = fit.Parameters.Count > 1 ? fit.Parameters[1].Value : 1;
        return
        [
            .. chain.Steps.Where(step => step.IsFitted).Select(step => new FittedStep(
                step.Step,
                step.Median,
                step.Sigma,
                step.Median * scale.Value,
                FittedStep.Round(step.Median * scale.Value, scale.LogError, nominalDay),
                fit.Parameters.Count > 1 ? Math.Round(step.Sigma * spread, 2) : step.Sigma)),
        ];
    }

    private static List<LevelTest> Levels(DelayShape shape, PairTimes[] pairs, double together)
    {
        var levels = pairs.GroupBy(pair => pair.Pair.Level, StringComparer.Ordinal)
            .Where(level => level.Count() >= FewestOfALevel && level.Count() < pairs.Length)
            .OrderBy(level => level.Key, StringComparer.Ordinal)
            .ToList();
        var tests = new List<LevelTest>();
        foreach (var level in levels)
        {
            var own = MaximumLikelihood.Best(shape, new GroupLikelihood([.. level]));
            var others = MaximumLikelihood.Best(
                shape, new GroupLikelihood([.. pairs.Where(pair => pair.Pair.Level != level.Key)]));
            var ratio = LikelihoodRatio.Of(own.Value + others.Value, together, 1);
            tests.Add(new LevelTest(level.Key, level.Count(), Math.Exp(own.At[0]), ratio.Chance, levels.Count));
        }

        return tests;
    }
}
