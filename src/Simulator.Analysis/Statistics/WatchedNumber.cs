namespace Simulator.Analysis.Statistics;

/// <summary>A number that a sweep goes on for until it is known precisely enough.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Values">One observation for each replication, in the order of their numbers; NaN where there is none.</param>
/// <param name="IsShare">
/// Whether the observations are hits and misses (1 and 0), whose share has Wilson's interval; else their mean
/// has Student's.
/// </param>
/// <param name="Precision">What is precise enough.</param>
public sealed record WatchedNumber(string Name, IReadOnlyList<double> Values, bool IsShare, Precision Precision)
{
    /// <summary>What the first replications say of it.</summary>
    /// <param name="replications">How many of them count.</param>
    /// <param name="confidence">Between 0 and 1.</param>
    public Estimate After(int replications, double confidence = Estimate.UsualConfidence)
    {
        var first = Values.Take(replications);
        return IsShare ? Shares.Interval(first, confidence) : Means.Interval(first, confidence);
    }
}
