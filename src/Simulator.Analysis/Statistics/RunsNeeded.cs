namespace Simulator.Analysis.Statistics;

/// <summary>
/// How many replications a question needs, judged from those that there are. An answer that is a forecast: the
/// deviation that it starts from is itself an estimate, and after a few more runs it is better.
/// </summary>
public static class RunsNeeded
{
    /// <summary>Stands for more runs than can be counted.</summary>
    public const int Countless = int.MaxValue;

    /// <summary>
    /// Until Student's interval of a mean is narrow enough: the least n with t(n-1) s / √n ≤ h, the deviation
    /// taken as it is (Law, Simulation Modeling and Analysis, 5th ed., 2015, section 9.4.1, n*_a and n*_r).
    /// </summary>
    /// <remarks>
    /// A relative half-width is one of the estimated mean, as users read it. For one of the true mean Law divides
    /// it by 1 + it; of 5% that leaves 4.76%.
    /// </remarks>
    /// <param name="mean">The mean so far.</param>
    /// <param name="deviation">The standard deviation so far, in the mean's unit.</param>
    /// <param name="precision">How narrow the interval is to be.</param>
    /// <param name="confidence">Between 0 and 1.</param>
    public static int ForMean(
        double mean, double deviation, Precision precision, double confidence = Estimate.UsualConfidence) =>
        deviation == 0 ? 2 : Least(2, n => Means.Interval(mean, deviation, n, confidence).HalfWidth
            <= precision.Allows(mean));

    /// <summary>The same from observations; <c>null</c> of fewer than two.</summary>
    public static int? ForMean(
        IEnumerable<double> values, Precision precision, double confidence = Estimate.UsualConfidence)
    {
        var present = Means.Present(values);
        return present.Count < 2 ? null
            : ForMean(Means.Mean(present), Means.StandardDeviation(present), precision, confidence);
    }

    /// <summary>Until Wilson's interval of a share is narrow enough, the share taken as it is.</summary>
    /// <param name="share">The share so far; 0.5 needs the most and is right where nothing is known.</param>
    /// <param name="precision">How narrow the interval is to be, in shares: 0.05 for 5 points.</param>
    /// <param name="confidence">Between 0 and 1.</param>
    public static int ForShare(double share, Precision precision, double confidence = Estimate.UsualConfidence) =>
        Least(1, n => Shares.Interval(share, n, confidence).HalfWidth <= precision.Allows(share));

    /// <summary>
    /// Pairs until a difference of this size would be told from zero: the least n with which the paired t test
    /// at this confidence (both sides) finds it with this power, by Student's noncentral law.
    /// </summary>
    /// <param name="difference">The mean difference.</param>
    /// <param name="deviation">The standard deviation of the differences, in the same unit.</param>
    /// <param name="confidence">Between 0 and 1.</param>
    /// <param name="power">The share of experiments that are to find it, above one minus the confidence.</param>
    public static int ForDifference(
        double difference, double deviation, double confidence = Estimate.UsualConfidence, double power = 0.8)
    {
        if (power <= 1 - Estimate.Checked(confidence) || power >= 1)
        {
            throw new ArgumentOutOfRangeException(
                nameof(power), power, "A power lies above one minus the confidence and below 1, such as 0.8.");
        }

        return deviation == 0 && difference != 0 ? 2
            : Least(2, n => TestPower.OfPairedT(difference / deviation, n, confidence) >= power);
    }

    /// <summary>The same from a comparison; <c>null</c> of fewer than two pairs.</summary>
    public static int? ForDifference(PairedDifference paired, double power = 0.8)
    {
        ArgumentNullException.ThrowIfNull(paired);
        return paired.Pairs < 2 ? null
            : ForDifference(paired.Difference.Value, paired.Deviation, paired.Difference.Confidence, power);
    }

    // What holds of n holds of all above it.
    private static int Least(int from, Func<int, bool> holds)
    {
        var (no, yes) = (from - 1, from);
        while (!holds(yes))
        {
            if (yes > Countless / 2)
            {
                return Countless;
            }

            (no, yes) = (yes, 2 * yes);
        }

        while (yes - no > 1)
        {
            var middle = no + ((yes - no) / 2);
            (no, yes) = holds(middle) ? (no, middle) : (middle, yes);
        }

        return yes;
    }
}
