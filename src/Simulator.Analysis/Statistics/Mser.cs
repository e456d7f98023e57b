namespace Simulator.Analysis.Statistics;

/// <summary>
/// The cut that a series suggests itself, MSER-5: of the means of five observations each, the first d are
/// dropped for which the squared standard error of the rest, Σ(Y - mean)² / (k - d)², is least (White,
/// Simulation 69, 1997, 323-334; White, Cobb and Spratt, Winter Simulation Conference 2000, 755-760).
/// </summary>
/// <remarks>
/// Only the first half is searched. A minimum at its end means that the series has no settled half: no cut is
/// right, and the run must be longer (Hoad, Robinson and Davies, Journal of the Operational Research Society 61,
/// 2010, 1389-1403). NaN is refused: a gap in a series is not nothing.
/// </remarks>
/// <param name="Cut">What is dropped, in whole batches; the observations after the last whole batch are kept.</param>
/// <param name="IsSettled">Whether the least lies before the end of the half that was searched.</param>
public sealed record Mser(Cut Cut, bool IsSettled)
{
    /// <summary>The observations in one batch.</summary>
    public const int Batch = 5;

    /// <summary>The fewest observations that it judges: ten batches.</summary>
    public const int Fewest = 10 * Batch;

    /// <summary>The warm-up that the series suggests; <c>null</c> of too few observations.</summary>
    /// <exception cref="ArgumentException">An observation is NaN.</exception>
    public static Mser? AtStart(IReadOnlyList<double> series)
    {
        ArgumentNullException.ThrowIfNull(series);
        if (series.Any(double.IsNaN))
        {
            throw new ArgumentException("A series with gaps suggests no cut.", nameof(series));
        }

        return series.Count < Fewest ? null : Of(series);
    }

    /// <summary>The cool-down that the series suggests: the same, read from its end.</summary>
    public static Mser? AtEnd(IReadOnlyList<double> series)
    {
        ArgumentNullException.ThrowIfNull(series);
        return AtStart([.. series.Reverse()]) is not { } back ? null
            : back with { Cut = new Cut(0, back.Cut.Before, back.Cut.Of) };
    }

    private static Mser Of(IReadOnlyList<double> series)
    {
        var batches = series.Chunk(Batch).Where(batch => batch.Length == Batch).Select(batch => batch.Average()).ToArray();
        var (best, least, last) = (0, double.PositiveInfinity, batches.Length / 2);
        // From the back, by Welford's recurrence (Technometrics 4, 1962, 419-420).
        var (mean, squares) = (0.0, 0.0);
        for (var dropped = batches.Length - 1; dropped >= 0; dropped--)
        {
            double rest = batches.Length - dropped;
            var apart = batches[dropped] - mean;
            mean += apart / rest;
            squares += apart * (batches[dropped] - mean);
            if (dropped <= last && squares / (rest * rest) is var error && error <= least)
            {
                (best, least) = (dropped, error);
            }
        }

        return new Mser(new Cut(best * Batch, 0, series.Count), best < last);
    }
}
