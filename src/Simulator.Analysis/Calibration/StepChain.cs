using MathNet.Numerics.Distributions;
using Simulator.Kernel.Chance;

namespace Simulator.Analysis.Calibration;

/// <summary>
/// The steps of a relay one after another. What is fitted are two factors for all fitted steps together: one for their
/// medians and one for their sigmas. Pairs of dates show only the sum of the steps, so their proportions to each other
/// are not in the data and stay as the library has them.
/// </summary>
/// <remarks>
/// The law of the sum: the longest fitted step is integrated exactly, the others over <see cref="Points"/> points of an
/// additive recurrence (R-sequence: Roberts, "The Unreasonable Effectiveness of Quasirandom Sequences", 2018, after
/// Niederreiter, Random Number Generation and Quasi-Monte Carlo Methods, 1992, 3.1), sorted and put together
/// <see cref="Together"/> at a time. Shares are right to about 0.001. Nobody waits in it: as in a library, a step's time
/// holds the wait for attention.
/// </remarks>
public sealed class StepChain
{
    internal const int Points = 2048;
    internal const int Together = 16;

    private readonly (double Median, double Sigma) longest;
    private readonly (double Median, double Sigma)[] others;

    // By point: the minutes of the kept steps, and the normal scores of the fitted ones.
    private readonly double[] kept = new double[Points];
    private readonly double[][] scores = new double[Points][];

    /// <summary>A chain of steps.</summary>
    /// <param name="steps">In order; those that are fitted must be lognormal, and at least one must be.</param>
    /// <param name="more">Minutes that are always added, such as a minute for an addressee.</param>
    /// <exception cref="ArgumentException">No step is fitted, or one that is is not lognormal.</exception>
    public StepChain(IReadOnlyList<ChainStep> steps, double more = 0)
    {
        ArgumentNullException.ThrowIfNull(steps);
        if (steps.FirstOrDefault(step => step.IsFitted && step.Takes.Kind != DistributionKind.Lognormal) is { } other)
        {
            throw new ArgumentException(
                $"The step '{other.Step}' takes '{other.Takes}'; only a lognormal law has a median and a sigma to fit.");
        }

        Steps = steps;
        var last = steps.Where(step => step.IsFitted).MaxBy(step => step.Median)
            ?? throw new ArgumentException("No step of the chain is fitted.");
        ChainStep[] rest = [.. steps.Where(step => !ReferenceEquals(step, last))];
        longest = (last.Median, last.Sigma);
        others = [.. rest.Where(step => step.IsFitted).Select(step => (step.Median, step.Sigma))];
        var recurrence = Recurrence(rest.Length);
        for (var point = 0; point < Points; point++)
        {
            var at = recurrence.Select(each => ((point + 0.5) * each) % 1).ToArray();
            kept[point] = more + rest.Select((step, i) => step.IsFitted ? 0 : step.Takes.Quantile(at[i])).Sum();
            scores[point] =
            [
                .. rest.Select((step, i) => (step, i)).Where(each => each.step.IsFitted)
                    .Select(each => Normal.InvCDF(0, 1, at[each.i])),
            ];
        }
    }

    /// <summary>The steps, in order.</summary>
    public IReadOnlyList<ChainStep> Steps { get; }

    /// <summary>The law of the whole delay.</summary>
    /// <param name="scale">The factor for the medians; 1: as the library has them.</param>
    /// <param name="spread">The factor for the sigmas.</param>
    public IDelayLaw Law(double scale, double spread)
    {
        var rest = new double[Points];
        for (var point = 0; point < Points; point++)
        {
            rest[point] = kept[point];
            for (var i = 0; i < others.Length; i++)
            {
                rest[point] += scale * others[i].Median * Math.Exp(spread * others[i].Sigma * scores[point][i]);
            }
        }

        Array.Sort(rest);
        return new ChainLaw(
            [.. rest.Chunk(Together).Select(near => near.Average())], scale * longest.Median, spread * longest.Sigma);
    }

    // The powers of the inverse of the root above 1 of x^(d+1) = x + 1.
    private static double[] Recurrence(int dimensions)
    {
        var root = 2.0;
        for (var i = 0; i < 64; i++)
        {
            root = Math.Pow(1 + root, 1.0 / (dimensions + 1));
        }

        return [.. Enumerable.Range(1, dimensions).Select(power => Math.Pow(root, -power))];
    }
}
