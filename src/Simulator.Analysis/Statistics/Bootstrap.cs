using MathNet.Numerics.Distributions;
using Simulator.Kernel.Chance;

namespace Simulator.Analysis.Statistics;

/// <summary>
/// Intervals by drawing the observations again, with replacement (Efron, Annals of Statistics 7, 1979, 1-26):
/// for what Student's law does not hold for, quantiles and means of few skewed observations.
/// </summary>
/// <remarks>
/// Means have the BCa interval (Efron, Journal of the American Statistical Association 82, 1987, 171-185),
/// which corrects for bias and skewness. Quantiles have the percentile interval (Efron and Tibshirani, An
/// Introduction to the Bootstrap, 1993, section 13.3): the acceleration that BCa needs comes from the jackknife,
/// which fails for quantiles (there, section 10.6). NaN is no observation.
/// </remarks>
public static class Bootstrap
{
    /// <summary>How often the observations are drawn again: 1,999, so that 2.5% of it lies on one of them.</summary>
    public const int Resamples = 1_999;

    /// <summary>The seed where nobody asks for another.</summary>
    public const ulong UsualSeed = 1;

    /// <summary>The mean with its BCa interval; none of fewer than two observations.</summary>
    /// <param name="values">One observation for each replication.</param>
    /// <param name="confidence">Between 0 and 1.</param>
    /// <param name="seed">What the resamples are drawn from: the same seed, the same interval.</param>
    public static Estimate Mean(
        IEnumerable<double> values, double confidence = Estimate.UsualConfidence, ulong seed = UsualSeed)
    {
        var present = Means.Present(values);
        var mean = Means.Mean(present);
        var beyond = (1 - Estimate.Checked(confidence)) / 2;
        if (present.Count < 2 || present.TrueForAll(value => value == present[0]))
        {
            return Means.Interval(present, confidence);
        }

        var draws = new DrawSequence(seed);
        var means = new double[Resamples];
        for (var resample = 0; resample < Resamples; resample++)
        {
            var sum = 0.0;
            for (var n = 0; n < present.Count; n++)
            {
                sum += present[draws.Below(present.Count)];
            }

            means[resample] = sum / present.Count;
        }

        Array.Sort(means);
        var bias = Bias(means, mean);
        var acceleration = Acceleration(present, mean);
        return new Estimate(
            mean, Corrected(beyond), Corrected(1 - beyond), present.Count, confidence);

        double Corrected(double share)
        {
            var z = bias + Normal.InvCDF(0, 1, share);
            return Sample.Quantile(means, Normal.CDF(0, 1, bias + (z / (1 - (acceleration * z)))));
        }
    }

    /// <summary>
    /// A quantile with its percentile interval. There is no interval where all observations can easily lie on
    /// one side of the quantile, that is where q^n or (1 - q)^n is above (1 - confidence) / 2: at 95% a median
    /// needs 6 observations, a 90% quantile 36, a 95% quantile 72.
    /// </summary>
    /// <param name="values">One observation for each replication.</param>
    /// <param name="share">The share below the quantile, 0 to 1.</param>
    /// <param name="confidence">Between 0 and 1.</param>
    /// <param name="seed">What the resamples are drawn from: the same seed, the same interval.</param>
    public static Estimate Quantile(
        IEnumerable<double> values, double share, double confidence = Estimate.UsualConfidence, ulong seed = UsualSeed)
    {
        var sorted = Means.Present(values);
        sorted.Sort();
        var beyond = (1 - Estimate.Checked(confidence)) / 2;
        if (sorted.Count == 0)
        {
            return Estimate.WithoutInterval(double.NaN, 0, confidence);
        }

        var quantile = Sample.Quantile(sorted, share);
        if (Math.Max(Math.Pow(share, sorted.Count), Math.Pow(1 - share, sorted.Count)) > beyond)
        {
            return Estimate.WithoutInterval(quantile, sorted.Count, confidence);
        }

        var draws = new DrawSequence(seed);
        var quantiles = new double[Resamples];
        var (times, again) = (new int[sorted.Count], new double[sorted.Count]);
        for (var resample = 0; resample < Resamples; resample++)
        {
            Array.Clear(times);
            for (var n = 0; n < times.Length; n++)
            {
                times[draws.Below(times.Length)]++;
            }

            for (var (n, at) = (0, 0); n < times.Length; at += times[n++])
            {
                again.AsSpan(at, times[n]).Fill(sorted[n]);
            }

            quantiles[resample] = Sample.Quantile(again, share);
        }

        Array.Sort(quantiles);
        return new Estimate(
            quantile, Sample.Quantile(quantiles, beyond), Sample.Quantile(quantiles, 1 - beyond), sorted.Count, confidence);
    }

    // Efron 1987, eq. 4.1, a resample at the mean itself counted half; kept off the ends, where it is infinite.
    private static double Bias(double[] means, double mean)
    {
        var below = means.Sum(each => each < mean ? 1 : each == mean ? 0.5 : 0);
        return Normal.InvCDF(0, 1, Math.Clamp(below / Resamples, 0.5 / Resamples, 1 - (0.5 / Resamples)));
    }

    // Of a mean it is a sixth of the skewness over √n (Efron 1987, eq. 4.4 with the influence function).
    private static double Acceleration(List<double> values, double mean)
    {
        var (squares, cubes) = (0.0, 0.0);
        foreach (var value in values)
        {
            var apart = value - mean;
            squares += apart * apart;
            cubes += apart * apart * apart;
        }

        return cubes / (6 * squares * Math.Sqrt(squares));
    }
}
