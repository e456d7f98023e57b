namespace Simulator.Kernel.Chance;

public sealed partial class Distribution
{
    /// <summary>Always <paramref name="minutes"/>.</summary>
    /// <exception cref="ArgumentException">It is negative or not finite.</exception>
    public static Distribution Constant(double minutes)
    {
        RequireDuration(minutes, nameof(minutes), "A constant duration");
        return new(DistributionKind.Constant, minutes, 0.0, 0.0);
    }

    /// <summary>Between two limits in minutes, equally likely; equal limits make a constant.</summary>
    /// <exception cref="ArgumentException">
    /// A limit is negative, not finite, or the two are the wrong way round.
    /// </exception>
    public static Distribution Uniform(double low, double high)
    {
        RequireDuration(low, nameof(low), "The lower limit of a uniform duration");
        RequireDuration(high, nameof(high), "The upper limit of a uniform duration");
        if (low > high)
            throw Refused(
                $"A uniform duration runs from low to high, not from {low} to {high}.", nameof(low));
        return low == high ? Constant(low) : new(DistributionKind.Uniform, low, high - low, 0.5);
    }

    /// <summary>Triangular over low, mode and high, in minutes; equal limits make a constant.</summary>
    /// <exception cref="ArgumentException">One is negative or not finite, or they do not ascend.</exception>
    public static Distribution Triangular(double low, double mode, double high)
    {
        RequireThreePoints("triangular", low, mode, high);
        double p = (mode - low) / (high - low);
        return low == high
            ? Constant(low)
            : new(DistributionKind.Triangular, low, high - low, (1.0 + p) / 3.0, p);
    }

    /// <summary>
    /// A three-point estimate in minutes: beta with parameters 1 + 4 (mode - low) / (high - low) and
    /// 1 + 4 (high - mode) / (high - low), whose mean is (low + 4 mode + high) / 6 (Malcolm, Roseboom, Clark
    /// and Fazar, "Application of a technique for research and development program evaluation", 1959). Equal
    /// limits make a constant.
    /// </summary>
    /// <exception cref="ArgumentException">One is negative or not finite, or they do not ascend.</exception>
    public static Distribution Pert(double low, double mode, double high)
    {
        RequireThreePoints("pert", low, mode, high);
        if (low == high)
            return Constant(low);
        double alpha = 1.0 + 4.0 * ((mode - low) / (high - low));
        double logOfBeta = BetaLaw.LogOfBeta(alpha, 6.0 - alpha);
        return new(DistributionKind.Pert, low, high - low, alpha / 6.0, alpha, logOfBeta);
    }

    /// <summary>Exponential with a mean in minutes.</summary>
    /// <exception cref="ArgumentException">The mean is not above zero.</exception>
    public static Distribution Exponential(double mean)
    {
        RequirePositive(mean, nameof(mean), "an exponential duration", "mean");
        return new(DistributionKind.Exponential, 0.0, mean, 1.0);
    }

    /// <summary>
    /// Lognormal: median in minutes, sigma of the natural logarithm; sigma 0 makes a constant.
    /// </summary>
    /// <exception cref="ArgumentException">The median is not above zero or sigma is negative.</exception>
    public static Distribution Lognormal(double median, double sigma)
    {
        RequirePositive(median, nameof(median), "a lognormal duration", "median");
        if (!(sigma >= 0.0 && double.IsFinite(sigma)))
            throw Refused(
                $"A lognormal duration needs a sigma of 0 or more; it was given {sigma}.", nameof(sigma));
        return sigma == 0.0
            ? Constant(median)
            : new(DistributionKind.Lognormal, 0.0, median, Real.Exp(0.5 * sigma * sigma), sigma);
    }

    /// <summary>
    /// The lognormal law with a share <paramref name="p1"/> below <paramref name="x1"/> minutes and a share
    /// <paramref name="p2"/> below <paramref name="x2"/>, as an expert states it: "half within 2 days,
    /// nine in ten within a week".
    /// </summary>
    /// <exception cref="ArgumentException">
    /// The shares are not strictly between 0 and 1, the durations not above zero, or the larger share does
    /// not have the longer duration.
    /// </exception>
    public static Distribution Lognormal(double p1, double x1, double p2, double x2)
    {
        RequireShare(p1, nameof(p1));
        RequireShare(p2, nameof(p2));
        RequirePositive(x1, nameof(x1), "a lognormal duration", "quantile");
        RequirePositive(x2, nameof(x2), "a lognormal duration", "quantile");
        if (p1 == p2 || x1 == x2 || p1 < p2 != x1 < x2)
        {
            throw Refused($"Of two quantiles the larger share needs the longer duration; "
                + $"given were {p1} below {x1} minutes and {p2} below {x2} minutes.", nameof(x2));
        }
        double z1 = NormalLaw.Quantile(p1);
        double sigma = (Real.Log(x2) - Real.Log(x1)) / (NormalLaw.Quantile(p2) - z1);
        return Lognormal(x1 * Real.Exp(-sigma * z1), sigma);
    }

    /// <summary>Gamma: shape without unit, scale in minutes; the mean is their product.</summary>
    /// <exception cref="ArgumentException">
    /// The shape is not from 0.05 to 10,000 or the scale not above zero.
    /// </exception>
    public static Distribution Gamma(double shape, double scale)
    {
        RequirePositive(scale, nameof(scale), "a gamma duration", "scale");
        if (!(shape is >= 0.05 and <= 10_000.0))
            throw Refused(
                $"A gamma duration needs a shape from 0.05 to 10000; it was given {shape}.", nameof(shape));
        return new(DistributionKind.Gamma, 0.0, scale, shape, shape, GammaLaw.LogOfGamma(shape));
    }

    /// <summary>Gamma with a shape and a mean in minutes.</summary>
    /// <exception cref="ArgumentException">
    /// The shape is not from 0.05 to 10,000 or the mean not above zero.
    /// </exception>
    public static Distribution GammaWithMean(double shape, double mean)
    {
        RequirePositive(mean, nameof(mean), "a gamma duration", "mean");
        return Gamma(shape, shape > 0.0 ? mean / shape : 1.0);
    }

    /// <summary>Weibull: shape without unit (below 1 the rate falls), scale in minutes.</summary>
    /// <exception cref="ArgumentException">
    /// The shape is not from 0.01 up or the scale not above zero.
    /// </exception>
    public static Distribution Weibull(double shape, double scale)
    {
        RequirePositive(scale, nameof(scale), "a weibull duration", "scale");
        RequireShape(shape, "weibull");
        double mean = Real.Exp(GammaLaw.LogOfGamma(1.0 + 1.0 / shape));
        return new(DistributionKind.Weibull, 0.0, scale, mean, 1.0 / shape);
    }

    /// <summary>
    /// Pareto: shape without unit, minimum in minutes; with a shape up to 1 the mean is infinite.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// The shape is not from 0.01 up or the minimum not above zero.
    /// </exception>
    public static Distribution Pareto(double shape, double minimum)
    {
        RequirePositive(minimum, nameof(minimum), "a pareto duration", "minimum");
        RequireShape(shape, "pareto");
        double mean = shape > 1.0 ? shape / (shape - 1.0) : double.PositiveInfinity;
        return new(DistributionKind.Pareto, 0.0, minimum, mean, 1.0 / shape);
    }

    /// <summary>
    /// Observed durations in minutes, each drawn as often as its weight says. A draw gives one of the values:
    /// the inverse of the step function, without interpolation.
    /// </summary>
    /// <param name="values">At least one, each 0 or more and finite, in any order.</param>
    /// <param name="weights">One per value, 0 or more, not all 0; empty for equal weights.</param>
    /// <exception cref="ArgumentException">A value or weight is not so, or their numbers differ.</exception>
    public static Distribution Empirical(ReadOnlySpan<double> values, ReadOnlySpan<double> weights = default)
    {
        foreach (double value in values)
            RequireDuration(value, nameof(values), "An observed duration");
        var observations = new Observations(values, weights);
        return new(DistributionKind.Empirical, 0.0, 1.0, observations.Mean, observations: observations);
    }

    private static void RequireThreePoints(string family, double low, double mode, double high)
    {
        RequireDuration(low, nameof(low), $"The lowest value of a {family} duration");
        RequireDuration(mode, nameof(mode), $"The mode of a {family} duration");
        RequireDuration(high, nameof(high), $"The highest value of a {family} duration");
        if (!(low <= mode && mode <= high))
        {
            throw Refused($"A {family} duration is given as low, mode, high in ascending order; "
                + $"given were {low}, {mode}, {high}.", nameof(mode));
        }
    }

    private static void RequireDuration(double minutes, string parameter, string what)
    {
        if (!(minutes >= 0.0 && double.IsFinite(minutes)))
            throw Refused($"{what} is 0 minutes or more; it was given {minutes}.", parameter);
    }

    private static void RequirePositive(double value, string parameter, string family, string name)
    {
        if (!(value > 0.0 && double.IsFinite(value)))
            throw Refused($"The {name} of {family} must be above zero; it was given {value}.", parameter);
    }

    private static void RequireShape(double shape, string family)
    {
        if (!(shape >= 0.01 && double.IsFinite(shape)))
            throw Refused(
                $"A {family} duration needs a shape of 0.01 or more; it was given {shape}.", nameof(shape));
    }

    private static void RequireShare(double share, string parameter)
    {
        if (!(share > 0.0 && share < 1.0))
            throw Refused($"A share must lie strictly between 0 and 1; it was given {share}.", parameter);
    }

    private static ArgumentException Refused(string sentence, string parameter) => new(sentence, parameter);
}
