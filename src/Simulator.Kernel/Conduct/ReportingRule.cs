namespace Simulator.Kernel.Conduct;

/// <summary>
/// How true the figures are that a body sends up (bệnh thành tích, and plain mistakes). Every consolidated
/// report says how many bodies it counts and how many of them complied; the first number is always right,
/// the second is what the body knows, embellished by <see cref="Inflates"/> and then, now and then, misread.
/// </summary>
public sealed record ReportingRule
{
    /// <summary>
    /// The share of what did not comply that is claimed as complied, 0 to 1: of the bodies below, rounded to
    /// a whole number; of itself, the probability that it claims to have complied where it has not.
    /// </summary>
    public double Inflates { get; init; }

    /// <summary>The probability that the number of a report is misread, 0 to 1.</summary>
    public double Errs { get; init; }

    /// <summary>
    /// By how much at most it is then wrong in either direction, as a share of the bodies counted, 0 to 1.
    /// </summary>
    public double ErrorSize { get; init; }
}
