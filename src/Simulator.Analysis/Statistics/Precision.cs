namespace Simulator.Analysis.Statistics;

/// <summary>How narrow an interval is to be: half its width, as a share of the value or in the value's own unit.</summary>
/// <param name="HalfWidth">Above 0; 0.05 for 5% where it is relative.</param>
/// <param name="IsRelative">Whether it is a share of the value.</param>
public readonly record struct Precision(double HalfWidth, bool IsRelative)
{
    /// <summary>Half the width is to be at most this share of the value, such as 0.05.</summary>
    public static Precision Relative(double share) => new(Positive(share), true);

    /// <summary>Half the width is to be at most this, in the unit of the value.</summary>
    public static Precision Absolute(double halfWidth) => new(Positive(halfWidth), false);

    /// <summary>The widest half-width that will do for a value; 0 for a relative precision of a value of 0.</summary>
    public double Allows(double value) => IsRelative ? HalfWidth * Math.Abs(value) : HalfWidth;

    /// <summary>Whether an estimate is as precise as this; never without an interval.</summary>
    public bool IsReachedBy(Estimate estimate)
    {
        ArgumentNullException.ThrowIfNull(estimate);
        return estimate.HalfWidth <= Allows(estimate.Value);
    }

    private static double Positive(double halfWidth) => halfWidth > 0 && double.IsFinite(halfWidth)
        ? halfWidth
        : throw new ArgumentOutOfRangeException(nameof(halfWidth), halfWidth, "A half-width is above 0.");
}
