using MathNet.Numerics.Distributions;

namespace Simulator.Analysis.Statistics;

/// <summary>
/// Shares of independent trials, such as the share of replications that met a goal. Student's interval is wrong
/// for them: of twenty runs that all met the goal it would say that there is nothing else.
/// </summary>
public static class Shares
{
    /// <summary>
    /// The share with the interval of Wilson (Journal of the American Statistical Association 22, 1927,
    /// 209-212; recommended for every n by Brown, Cai and DasGupta, Statistical Science 16, 2001, 101-133,
    /// eq. 4). It stays within 0 and 1, and does not lie evenly round the share. Without a trial there is none.
    /// </summary>
    /// <param name="hits">How many of the trials are counted.</param>
    /// <param name="trials">How many trials there were.</param>
    /// <param name="confidence">Between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are more hits than trials, or fewer than none.</exception>
    public static Estimate Interval(int hits, int trials, double confidence = Estimate.UsualConfidence)
    {
        if (hits < 0 || hits > trials)
        {
            throw new ArgumentOutOfRangeException(nameof(hits), hits, $"Of {trials} trials none to all can be hits.");
        }

        return trials == 0
            ? Estimate.WithoutInterval(double.NaN, 0, confidence)
            : Interval(hits / (double)trials, trials, confidence);
    }

    /// <summary>The share of observations that are not 0, where NaN is no observation.</summary>
    public static Estimate Interval(IEnumerable<double> hits, double confidence = Estimate.UsualConfidence)
    {
        var present = Means.Present(hits);
        return Interval(present.Count(hit => hit != 0), present.Count, confidence);
    }

    /// <summary>
    /// How much one share differs from another where the two were played on the same draws: both, one or none
    /// of a pair are hits. The interval is the tenth of Newcombe (Statistics in Medicine 17, 1998, 2635-2650),
    /// made of the two Wilson intervals and of the correlation between the halves of a pair. Without a pair there
    /// is none.
    /// </summary>
    /// <param name="both">Pairs of two hits.</param>
    /// <param name="onlyFirst">Pairs of which only the first is a hit.</param>
    /// <param name="onlySecond">Pairs of which only the second is a hit.</param>
    /// <param name="neither">Pairs without a hit.</param>
    /// <param name="confidence">Between 0 and 1.</param>
    /// <returns>The second share minus the first.</returns>
    public static Estimate PairedDifference(
        int both, int onlyFirst, int onlySecond, int neither, double confidence = Estimate.UsualConfidence)
    {
        var pairs = both + onlyFirst + onlySecond + neither;
        var first = Interval(both + onlyFirst, pairs, confidence);
        var second = Interval(both + onlySecond, pairs, confidence);
        if (pairs == 0)
        {
            return Estimate.WithoutInterval(double.NaN, 0, confidence);
        }

        var agreement = Agreement(both, onlyFirst, onlySecond, neither);
        var difference = second.Value - first.Value;
        return new Estimate(
            difference,
            difference - Half(second.Value - second.Low, first.High - first.Value),
            difference + Half(second.High - second.Value, first.Value - first.Low),
            pairs,
            confidence);

        double Half(double own, double other) =>
            Math.Sqrt(Math.Max(0, (own * own) - (2 * agreement * own * other) + (other * other)));
    }

    /// <summary>
    /// The probability of pairs that disagree so one-sidedly if both ways were as likely: the exact test of McNemar
    /// (Psychometrika 12, 1947, 153-157), both sides. Pairs that agree say nothing.
    /// </summary>
    /// <param name="onlyFirst">Pairs of which only the first is a hit.</param>
    /// <param name="onlySecond">Pairs of which only the second is a hit.</param>
    public static double DisagreementProbability(int onlyFirst, int onlySecond) => onlyFirst + onlySecond == 0 ? 1
        : Math.Min(1, 2 * Binomial.CDF(0.5, onlyFirst + onlySecond, Math.Min(onlyFirst, onlySecond)));

    /// <summary>Wilson's interval round a share that need not be of whole hits.</summary>
    internal static Estimate Interval(double share, int trials, double confidence)
    {
        var z = Quantile(confidence);
        double n = trials;
        var scale = 1 + (z * z / n);
        var middle = (share + (z * z / (2 * n))) / scale;
        var half = z / scale * Math.Sqrt((share * (1 - share) / n) + (z * z / (4 * n * n)));
        // At the ends the bound is 0 or 1, and rounding must not take it away from there.
        return new Estimate(
            share, share == 0 ? 0 : middle - half, share == 1 ? 1 : middle + half, trials, confidence);
    }

    /// <summary>The number that a standard normal exceeds, in either direction, with one minus the confidence.</summary>
    internal static double Quantile(double confidence) =>
        Normal.InvCDF(0, 1, 1 - ((1 - Estimate.Checked(confidence)) / 2));

    // Newcombe's phi, with his correction for continuity where it is positive.
    private static double Agreement(double both, double onlyFirst, double onlySecond, double neither)
    {
        var margins = (both + onlyFirst) * (onlySecond + neither) * (both + onlySecond) * (onlyFirst + neither);
        var product = (both * neither) - (onlyFirst * onlySecond);
        var pairs = both + onlyFirst + onlySecond + neither;
        return margins == 0 ? 0
            : (product > 0 ? Math.Max(product - (pairs / 2), 0) : product) / Math.Sqrt(margins);
    }
}
