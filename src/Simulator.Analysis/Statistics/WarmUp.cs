namespace Simulator.Analysis.Statistics;

/// <summary>
/// What is dropped at the beginning of a series and at its end, by a rule that is given or as the series itself
/// suggests. Times are in any unit, and ascending.
/// </summary>
public static class WarmUp
{
    /// <summary>Drops what was observed before a moment.</summary>
    public static Cut Before(IReadOnlyList<double> times, double moment)
    {
        ArgumentNullException.ThrowIfNull(times);
        return new Cut(times.TakeWhile(time => time < moment).Count(), 0, times.Count);
    }

    /// <summary>Drops a share of the observations at the beginning, rounded up.</summary>
    public static Cut First(int count, double share) => new(Part(count, share), 0, count);

    /// <summary>
    /// The cool-down: drops cases that began too late to be seen to their end, those that began after the end
    /// of the run less the time that a case may take. A case that began earlier and is open still took longer
    /// than that; it belongs into the count as such, not out of it.
    /// </summary>
    /// <param name="begins">When each case began, ascending.</param>
    /// <param name="end">When the run ended.</param>
    /// <param name="needs">How long a case may take, such as its deadline.</param>
    public static Cut WithoutTime(IReadOnlyList<double> begins, double end, double needs)
    {
        ArgumentNullException.ThrowIfNull(begins);
        return new Cut(0, begins.Count - begins.TakeWhile(begun => begun <= end - needs).Count(), begins.Count);
    }

    /// <summary>Drops a share of the observations at the end, rounded up.</summary>
    public static Cut Last(int count, double share) => new(0, Part(count, share), count);

    /// <summary>
    /// The mean over replications of each place in the series, up to the shortest: the smoother series in which
    /// a warm-up is better seen (Welch, in Computer Performance Modeling Handbook, 1983, pp. 268-328).
    /// </summary>
    public static IReadOnlyList<double> Averaged(IReadOnlyList<IReadOnlyList<double>> replications)
    {
        ArgumentNullException.ThrowIfNull(replications);
        var length = replications.Min(each => (int?)each.Count) ?? 0;
        return [.. Enumerable.Range(0, length).Select(place => Means.Mean(replications.Select(each => each[place])))];
    }

    private static int Part(int count, double share) => share is >= 0 and <= 1
        ? (int)Math.Ceiling(count * share)
        : throw new ArgumentOutOfRangeException(nameof(share), share, "A share lies from 0 to 1.");
}
