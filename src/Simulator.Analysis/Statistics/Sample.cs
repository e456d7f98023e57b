namespace Simulator.Analysis.Statistics;

/// <summary>Quantiles and ranks of observations.</summary>
public static class Sample
{
    /// <summary>
    /// The quantile of sorted observations by linear interpolation between order statistics (the
    /// seventh definition of Hyndman and Fan, The American Statistician 50, 1996, 361-365).
    /// </summary>
    /// <param name="sorted">The observations in ascending order; at least one.</param>
    /// <param name="share">The share, 0 to 1.</param>
    /// <exception cref="ArgumentException">There is no observation, or the share is out of range.</exception>
    public static double Quantile(IReadOnlyList<double> sorted, double share)
    {
        ArgumentNullException.ThrowIfNull(sorted);
        if (sorted.Count == 0 || share is < 0 or > 1)
        {
            throw new ArgumentException("A quantile needs an observation and a share from 0 to 1.");
        }

        var place = share * (sorted.Count - 1);
        var below = (int)Math.Floor(place);
        var above = Math.Min(below + 1, sorted.Count - 1);
        return sorted[below] + ((sorted[above] - sorted[below]) * (place - below));
    }
}
