namespace Simulator.Analysis.Statistics;

/// <summary>
/// What many comparisons may say together: of twenty differences that do not exist one looks real at 95%. The
/// corrections here bound the probability that any at all is called real wrongly.
/// </summary>
public static class ManyComparisons
{
    /// <summary>
    /// The confidence that each of so many intervals needs for all to cover at once with this confidence, by
    /// Bonferroni's inequality (Law, Simulation Modeling and Analysis, 5th ed., 2015, eq. 9.12).
    /// </summary>
    /// <param name="confidence">Of all together, between 0 and 1.</param>
    /// <param name="count">How many, 1 or more.</param>
    public static double ConfidenceOfEach(double confidence, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return 1 - ((1 - Estimate.Checked(confidence)) / count);
    }

    /// <summary>
    /// Probabilities corrected by Holm's method (Scandinavian Journal of Statistics 6, 1979, 65-70): the least
    /// counts as many times as there are, the next once less, and none is below one before it. NaN, of a
    /// comparison that could not be made, stays NaN and is not counted.
    /// </summary>
    /// <param name="probabilities">By comparison.</param>
    /// <returns>In the same order.</returns>
    public static IReadOnlyList<double> Holm(IReadOnlyList<double> probabilities)
    {
        ArgumentNullException.ThrowIfNull(probabilities);
        var order = Enumerable.Range(0, probabilities.Count).Where(place => !double.IsNaN(probabilities[place]))
            .OrderBy(place => probabilities[place]).ThenBy(place => place).ToList();
        var corrected = probabilities.ToArray();
        var least = 0.0;
        for (var rank = 0; rank < order.Count; rank++)
        {
            least = Math.Max(least, Math.Min(1, (order.Count - rank) * probabilities[order[rank]]));
            corrected[order[rank]] = least;
        }

        return corrected;
    }

    /// <summary>
    /// Which of these comparisons can be told apart together, that is whose corrected probability is at most
    /// one minus the confidence.
    /// </summary>
    /// <param name="comparisons">All that were made, not only those that look real.</param>
    /// <param name="confidence">Of all together, between 0 and 1.</param>
    /// <returns>In the same order.</returns>
    public static IReadOnlyList<bool> ToldApart(
        IReadOnlyList<PairedDifference> comparisons, double confidence = Estimate.UsualConfidence)
    {
        ArgumentNullException.ThrowIfNull(comparisons);
        var wrong = 1 - Estimate.Checked(confidence);
        return [.. Holm([.. comparisons.Select(each => each.Probability)]).Select(probability => probability <= wrong)];
    }
}
