namespace Simulator.Analysis.Statistics;

/// <summary>
/// What observations say about a number that nobody knows: the best single value, and an interval that covers
/// the number in a stated share of experiments. A value alone cannot be defended, so the two go together.
/// </summary>
/// <remarks>
/// Without an observation <see cref="Value"/> is NaN. With too few for an interval (one, for a mean) the bounds
/// are NaN and <see cref="HasInterval"/> is false: such a value is printed alone, and is no ground for a
/// comparison. All three have the unit of the observations.
/// </remarks>
/// <param name="Value">The best single value.</param>
/// <param name="Low">The lower bound of the interval.</param>
/// <param name="High">The upper bound of the interval.</param>
/// <param name="Count">The number of observations that it rests on.</param>
/// <param name="Confidence">The share of experiments whose interval covers the number, between 0 and 1.</param>
public sealed record Estimate(double Value, double Low, double High, int Count, double Confidence)
{
    /// <summary>The confidence where nobody asks for another: 95%.</summary>
    public const double UsualConfidence = 0.95;

    /// <summary>Whether there were enough observations for an interval.</summary>
    public bool HasInterval => !double.IsNaN(Low) && !double.IsNaN(High);

    /// <summary>Half the width of the interval; NaN without one. An interval need not lie evenly round its value.</summary>
    public double HalfWidth => (High - Low) / 2;

    /// <summary>
    /// The half-width as a share of the value; infinite for a value of zero with an interval that has a width,
    /// 0 for an interval without any, NaN without an interval.
    /// </summary>
    public double RelativeHalfWidth => HalfWidth == 0 ? 0 : HalfWidth / Math.Abs(Value);

    /// <summary>Whether the interval has this number in it; never without an interval.</summary>
    public bool Covers(double number) => Low <= number && number <= High;

    /// <summary>A value of which too few observations are known for an interval.</summary>
    public static Estimate WithoutInterval(double value, int count, double confidence = UsualConfidence) =>
        new(value, double.NaN, double.NaN, count, Checked(confidence));

    /// <summary>The confidence, if it is one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not strictly between 0 and 1.</exception>
    internal static double Checked(double confidence) => confidence is > 0 and < 1
        ? confidence
        : throw new ArgumentOutOfRangeException(
            nameof(confidence), confidence, "A confidence lies between 0 and 1, such as 0.95.");
}
