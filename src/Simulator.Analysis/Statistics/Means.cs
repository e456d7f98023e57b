namespace Simulator.Analysis.Statistics;

/// <summary>
/// Means of independent observations, one for each replication. NaN is no observation: it is left out, and
/// <see cref="Estimate.Count"/> says how many were there.
/// </summary>
public static class Means
{
    /// <summary>The mean; NaN without an observation.</summary>
    public static double Mean(IEnumerable<double> values)
    {
        var present = Present(values);
        return present.Count == 0 ? double.NaN : Mean(present);
    }

    /// <summary>The variance with n - 1 below the line; NaN of fewer than two observations.</summary>
    public static double Variance(IEnumerable<double> values) => Variance(Present(values));

    /// <summary>The root of <see cref="Variance(IEnumerable{double})"/>, in the unit of the observations.</summary>
    public static double StandardDeviation(IEnumerable<double> values) => Math.Sqrt(Variance(values));

    /// <summary>
    /// The mean with Student's interval, mean ± t(n-1) s / √n (Law, Simulation Modeling and Analysis, 5th ed.,
    /// 2015, eq. 4.12). It is exact for normal observations and near enough for others as n grows, the later
    /// the more skewed they are. Fewer than two observations have no interval. Where all observations are the
    /// same its width is zero: that says that no other was seen, not that there is none.
    /// </summary>
    /// <param name="values">One observation for each replication.</param>
    /// <param name="confidence">Between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The confidence is out of range.</exception>
    public static Estimate Interval(IEnumerable<double> values, double confidence = Estimate.UsualConfidence)
    {
        var present = Present(values);
        return Interval(
            present.Count == 0 ? double.NaN : Mean(present), Math.Sqrt(Variance(present)), present.Count, confidence);
    }

    /// <summary>The same from a mean, a standard deviation and their count.</summary>
    internal static Estimate Interval(double mean, double deviation, int count, double confidence)
    {
        if (count < 2)
        {
            return Estimate.WithoutInterval(mean, count, confidence);
        }

        var half = deviation == 0
            ? 0
            : StudentLaw.TwoSided(Estimate.Checked(confidence), count - 1) * deviation / Math.Sqrt(count);
        return new Estimate(mean, mean - half, mean + half, count, Estimate.Checked(confidence));
    }

    /// <summary>The observations that are there, in their order.</summary>
    internal static List<double> Present(IEnumerable<double> values) =>
        [.. values.Where(value => !double.IsNaN(value))];

    // Shifted by the first value, equal observations have exactly their own mean and no variance.
    private static double Mean(List<double> values)
    {
        var (first, sum) = (values[0], 0.0);
        foreach (var value in values)
        {
            sum += value - first;
        }

        return first + (sum / values.Count);
    }

    private static double Variance(List<double> values)
    {
        if (values.Count < 2)
        {
            return double.NaN;
        }

        var (mean, sum) = (Mean(values), 0.0);
        foreach (var value in values)
        {
            sum += (value - mean) * (value - mean);
        }

        return sum / (values.Count - 1);
    }
}
