namespace Simulator.Analysis.Statistics;

/// <summary>
/// How much one thing differs from another where both were played on the same draws: replication by replication
/// the chances are the same, so that what they have in common cancels out of the difference.
/// </summary>
/// <param name="Difference">The mean of second minus first, with Student's interval over the pairs.</param>
/// <param name="Deviation">The standard deviation of the differences; NaN of fewer than two pairs.</param>
/// <param name="VarianceRemoved">
/// The share of variance that pairing removed, 1 - Var(D) / (Var X + Var Y): 1 if the difference is always the
/// same, 0 for draws that have nothing in common, below 0 if they pull apart. NaN where nothing varies and for
/// fewer than two pairs.
/// </param>
/// <param name="LeftOut">Pairs of which one half or both had no answer (NaN).</param>
/// <param name="AllEqual">Every pair that is there is of two equal numbers.</param>
public sealed record PairedDifference(
    Estimate Difference, double Deviation, double VarianceRemoved, int LeftOut, bool AllEqual)
{
    /// <summary>The number of pairs that both had an answer.</summary>
    public int Pairs => Difference.Count;

    /// <summary>Whether the two can be told apart at the confidence of the interval, this comparison taken alone.</summary>
    public bool IsToldApart => Probability <= 1 - Difference.Confidence;

    /// <summary>
    /// Another test's probability that stands in for the t test's, such as McNemar's for shares; <c>null</c>: none does.
    /// </summary>
    public double? ExactProbability { get; init; }

    /// <summary>
    /// The probability of a mean difference so far from zero if the true one is zero, by the paired t test
    /// (both sides). 1 if all pairs are equal, NaN of fewer than two pairs. Where all differ by one same amount there is no
    /// deviation to judge by, and the sign test is left: 2^(1 - n).
    /// </summary>
    public double Probability => Pairs < 2 ? double.NaN
        : ExactProbability is { } exact ? exact
        : Difference.Value == 0 ? 1
        : Deviation == 0 ? Math.Pow(2, 1 - Pairs)
        : StudentLaw.TwoSidedProbability(Difference.Value / (Deviation / Math.Sqrt(Pairs)), Pairs - 1);

    /// <summary>
    /// The paired-t interval (Law, Simulation Modeling and Analysis, 5th ed., 2015, section 10.2.1) on common
    /// random numbers (there, section 11.2). Pairs with NaN are left out and counted.
    /// </summary>
    /// <param name="first">What is compared with, by replication.</param>
    /// <param name="second">What is compared, in the same order.</param>
    /// <param name="confidence">Between 0 and 1.</param>
    /// <exception cref="ArgumentException">The lists are not equally long.</exception>
    public static PairedDifference Of(
        IReadOnlyList<double> first, IReadOnlyList<double> second, double confidence = Estimate.UsualConfidence)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        if (first.Count != second.Count)
        {
            throw new ArgumentException(
                $"Pairs need two equally long lists; these have {first.Count} and {second.Count} numbers.", nameof(second));
        }

        var pairs = first.Zip(second).Where(pair => !double.IsNaN(pair.First) && !double.IsNaN(pair.Second)).ToList();
        var differences = pairs.ConvertAll(pair => pair.Second - pair.First);
        var apart = Means.Variance(pairs.Select(pair => pair.First)) + Means.Variance(pairs.Select(pair => pair.Second));
        return new PairedDifference(
            Means.Interval(differences, confidence),
            Means.StandardDeviation(differences),
            apart > 0 ? 1 - (Means.Variance(differences) / apart) : double.NaN,
            first.Count - pairs.Count,
            differences.Count > 0 && differences.TrueForAll(difference => difference == 0));
    }
}
