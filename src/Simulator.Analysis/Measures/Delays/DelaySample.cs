namespace Simulator.Analysis.Measures.Delays;

/// <summary>
/// The times of several bodies, in minutes, those included to whom it has not happened: they count as later than all others.
/// A quantile beyond the share to whom it has happened is therefore not known, rather than that of those who got there.
/// </summary>
public sealed class DelaySample
{
    private const int Whole = 10_000;
    private readonly int[] sorted;

    /// <summary>A sample.</summary>
    /// <param name="minutes">The minutes of those to whom it has happened, in any order.</param>
    /// <param name="bodies">How many are asked about; no fewer than have minutes.</param>
    public DelaySample(IEnumerable<int> minutes, int bodies)
    {
        ArgumentNullException.ThrowIfNull(minutes);
        sorted = [.. minutes.Order()];
        ArgumentOutOfRangeException.ThrowIfLessThan(bodies, sorted.Length);
        Bodies = bodies;
    }

    /// <summary>Bodies that are asked about.</summary>
    public int Bodies { get; }

    /// <summary>Of them: it has happened.</summary>
    public int Happened => sorted.Length;

    /// <summary>Of them: it has not happened in this run.</summary>
    public int NotHappened => Bodies - sorted.Length;

    /// <summary>The times of those to whom it has happened, shortest first.</summary>
    public IReadOnlyList<int> Minutes => sorted;

    /// <summary>The mean of those to whom it has happened; <c>null</c>: there is none.</summary>
    public double? Mean => sorted.Length == 0 ? null : sorted.Average();

    /// <summary>The longest of those to whom it has happened; <c>null</c>: there is none.</summary>
    public int? Longest => sorted.Length == 0 ? null : sorted[^1];

    /// <summary>
    /// A quantile of all who are asked about, in minutes, by linear interpolation between neighbours (the seventh definition
    /// of Hyndman and Fan, The American Statistician 50, 1996, 361-365); <c>null</c>: not in this run.
    /// </summary>
    /// <param name="basisPoints">The share in ten-thousandths, 0 to 10,000: of 5,000 the median, of 10,000 the longest.</param>
    public double? Quantile(int basisPoints) => Exact(basisPoints) / (double)Whole;

    /// <summary>The same in ten-thousandths of a minute, without rounding.</summary>
    internal long? Exact(int basisPoints)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(basisPoints);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(basisPoints, Whole);
        if (Bodies == 0)
        {
            return null;
        }

        var (below, part) = Math.DivRem((long)basisPoints * (Bodies - 1), Whole);
        if (below + (part > 0 ? 1 : 0) >= sorted.Length)
        {
            return null;
        }

        var first = sorted[below];
        return ((long)first * Whole) + (part > 0 ? part * (sorted[below + 1] - first) : 0);
    }
}
