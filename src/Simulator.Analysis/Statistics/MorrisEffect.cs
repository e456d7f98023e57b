namespace Simulator.Analysis.Statistics;

/// <summary>
/// How much one factor matters, by its elementary effects along trajectories on which one factor at a time is
/// changed (Morris, Technometrics 33, 1991, 161-174): a screening, cheap and coarse, for models of many factors.
/// </summary>
/// <param name="Factor">The factor's place.</param>
/// <param name="Mean">μ, the mean of its effects: opposite ones cancel out.</param>
/// <param name="MeanOfAbsolutes">
/// μ*, the mean of their absolute values, by which factors are ranked (Campolongo, Cariboni and Saltelli,
/// Environmental Modelling and Software 22, 2007, 1509-1518).
/// </param>
/// <param name="Deviation">
/// σ, their standard deviation: large beside μ* where the factor acts by others or not in a straight line.
/// </param>
/// <param name="Count">How many elementary effects there are.</param>
public sealed record MorrisEffect(int Factor, double Mean, double MeanOfAbsolutes, double Deviation, int Count)
{
    /// <summary>
    /// The effects of all factors, in the answer's unit for the factor's whole range. A step with an answer that
    /// is NaN at either end has no effect and is not counted; a factor without any has NaN.
    /// </summary>
    /// <param name="trajectories">
    /// By trajectory and point, each factor's place in its range, 0 to 1; from point to point one factor changes.
    /// </param>
    /// <param name="answers">By trajectory and point; for a random model the mean over replications.</param>
    /// <exception cref="ArgumentException">A step changes no factor or several, or answers are missing.</exception>
    public static IReadOnlyList<MorrisEffect> Of(
        IReadOnlyList<IReadOnlyList<IReadOnlyList<double>>> trajectories, IReadOnlyList<IReadOnlyList<double>> answers)
    {
        ArgumentNullException.ThrowIfNull(trajectories);
        ArgumentNullException.ThrowIfNull(answers);
        if (trajectories.Count != answers.Count || trajectories.Count == 0)
        {
            throw new ArgumentException("Every trajectory needs its answers.", nameof(answers));
        }

        var effects = trajectories[0][0].Select(_ => new List<double>()).ToArray();
        foreach (var (points, values) in trajectories.Zip(answers))
        {
            if (points.Count != values.Count)
            {
                throw new ArgumentException("Every point of a trajectory needs an answer, be it NaN.", nameof(answers));
            }

            for (var point = 1; point < points.Count; point++)
            {
                var (factor, by) = Step(points[point - 1], points[point]);
                effects[factor].Add((values[point] - values[point - 1]) / by);
            }
        }

        return
        [
            .. effects.Select((each, factor) => new MorrisEffect(
                factor,
                Means.Mean(each),
                Means.Mean(each.Select(Math.Abs)),
                Means.StandardDeviation(each),
                Means.Present(each).Count)),
        ];
    }

    private static (int Factor, double By) Step(IReadOnlyList<double> from, IReadOnlyList<double> to)
    {
        var changed = Enumerable.Range(0, from.Count).Where(factor => from[factor] != to[factor]).ToList();
        return changed.Count == 1
            ? (changed[0], to[changed[0]] - from[changed[0]])
            : throw new ArgumentException($"A step of a trajectory changes one factor, not {changed.Count}.", nameof(to));
    }
}
