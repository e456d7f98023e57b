namespace Simulator.Analysis.Calibration;

/// <summary>
/// A fitted parameter with its 95% interval: the values that the likelihood ratio does not refute when the others are
/// fitted anew (Venzon and Moolgavkar, Applied Statistics 37, 1988, 87-94).
/// </summary>
/// <param name="Name">Its name; times are in minutes, and the mean of a gamma law stands for its scale.</param>
/// <param name="Value">The most likely value.</param>
/// <param name="Low">The lower end; 0: the pairs set none within the limits of the search.</param>
/// <param name="High">The upper end; infinite: the pairs set none.</param>
public sealed record DelayParameter(string Name, double Value, double Low, double High)
{
    /// <summary>
    /// The standard error of the logarithm of the value, as a normal law with this interval would have it; infinite where an
    /// end is not set.
    /// </summary>
    public double LogError => Low > 0 && double.IsFinite(High)
        ? Math.Log(High / Low) / (2 * 1.959963984540054)
        : double.PositiveInfinity;

    /// <summary>Whether it is a time, in minutes.</summary>
    public bool IsTime => Name is "median" or "mean" || (Name == "scale" && IsOfWeibull);

    /// <summary>Whether it belongs to a Weibull law, whose scale is a time.</summary>
    public bool IsOfWeibull { get; init; }
}
