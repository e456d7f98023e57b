namespace Simulator.Analysis.Statistics;

/// <summary>
/// When a sweep may stop: at the first checkpoint at which all that is watched is known precisely enough, else
/// after the most replications allowed. It asks only what the first n replications came to, in the order of
/// their numbers, so that it stops at the same n whichever of them is finished first.
/// </summary>
/// <remarks>
/// A sequential rule in the sense of Chow and Robbins (Annals of Mathematical Statistics 36, 1965, 457-462),
/// whose coverage is right as the precision becomes fine. Stopped early, an interval covers less often than it
/// says, the more the smaller n is (Law, Simulation Modeling and Analysis, 5th ed., 2015, section 9.4.1), and
/// the more often one looks: hence a first checkpoint that is not too small, and few of them after it.
/// </remarks>
/// <param name="First">The first checkpoint, 2 or more; no fewer answers than this are judged.</param>
/// <param name="AtMost">Where it stops in any case, no less than the first.</param>
/// <param name="Confidence">The confidence of the intervals.</param>
public sealed record StoppingRule(int First, int AtMost, double Confidence = Estimate.UsualConfidence)
{
    /// <summary>The first checkpoint where nobody asks for another.</summary>
    public const int UsualFirst = 20;

    /// <summary>
    /// The checkpoint after so many replications: the first, then ten more, above 200 a tenth more in whole tens,
    /// and at last the most allowed; <c>null</c> where that is reached. But for the last they do not depend on
    /// the most allowed, so that a sweep which is extended looks at the same ones.
    /// </summary>
    /// <param name="replications">How many there are, 0 or more.</param>
    public int? Next(int replications)
    {
        if (replications >= AtMost)
        {
            return null;
        }

        var checkpoint = First;
        while (checkpoint <= replications)
        {
            checkpoint += Math.Max(10, checkpoint / 100 * 10);
        }

        return Math.Min(checkpoint, AtMost);
    }

    /// <summary>Whether all that is watched is known precisely enough after so many replications.</summary>
    /// <param name="watched">The observations; those of later replications are not looked at.</param>
    /// <param name="replications">How many of them count, in the order of their numbers.</param>
    public bool IsPrecise(IReadOnlyList<WatchedNumber> watched, int replications)
    {
        ArgumentNullException.ThrowIfNull(watched);
        return watched.All(each =>
            each.After(replications, Confidence) is var estimate
            && estimate.Count >= First && each.Precision.IsReachedBy(estimate));
    }
}
