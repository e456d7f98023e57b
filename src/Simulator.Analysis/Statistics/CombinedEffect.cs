namespace Simulator.Analysis.Statistics;

/// <summary>
/// What changes do alone and together, from runs on the same draws: in each replication the effect is a sum and
/// difference of the answers, so that Student's interval over the replications is one of pairs.
/// </summary>
/// <param name="Changes">Which of the changes are in it, by their places; two or more are an interaction.</param>
/// <param name="Effect">The effect with its interval; replications with a NaN among them are left out.</param>
public sealed record CombinedEffect(IReadOnlyList<int> Changes, Estimate Effect)
{
    /// <summary>Whether it is what changes do together beyond what they do alone.</summary>
    public bool IsInteraction => Changes.Count > 1;

    /// <summary>
    /// Two changes: what each does alone, and the interaction, both - first - second + base. Zero interaction
    /// means that the two simply add up; of the opposite sign of the effects, that one does part of the other's work.
    /// </summary>
    /// <param name="unchanged">The answers of the base, by replication.</param>
    /// <param name="first">With the first change alone.</param>
    /// <param name="second">With the second change alone.</param>
    /// <param name="both">With both.</param>
    /// <param name="confidence">Between 0 and 1, of each interval.</param>
    /// <returns>The first alone, the second alone, both together against the base, the interaction.</returns>
    public static (Estimate First, Estimate Second, Estimate Both, Estimate Interaction) Square(
        IReadOnlyList<double> unchanged,
        IReadOnlyList<double> first,
        IReadOnlyList<double> second,
        IReadOnlyList<double> both,
        double confidence = Estimate.UsualConfidence)
    {
        IReadOnlyList<IReadOnlyList<double>> all = [unchanged, first, second, both];
        return (
            Contrast(all, [-1, 1, 0, 0], confidence),
            Contrast(all, [-1, 0, 1, 0], confidence),
            Contrast(all, [-1, 0, 0, 1], confidence),
            Contrast(all, [1, -1, -1, 1], confidence));
    }

    /// <summary>
    /// All main effects and interactions of a full factorial of k changes (Law, Simulation Modeling and Analysis,
    /// 5th ed., 2015, section 12.2): a main effect is the mean of what a change does over all settings of the
    /// others, an interaction of two half of what the effect of one gains by the other, and so on.
    /// </summary>
    /// <param name="answers">
    /// By cell and replication, 2^k cells: change c is made in cell n if bit c of n is set, cell 0 has none.
    /// </param>
    /// <param name="confidence">Between 0 and 1, of each interval.</param>
    /// <returns>Main effects first, then interactions of two, and so on.</returns>
    /// <exception cref="ArgumentException">The cells are no power of two, or not equally long.</exception>
    public static IReadOnlyList<CombinedEffect> Factorial(
        IReadOnlyList<IReadOnlyList<double>> answers, double confidence = Estimate.UsualConfidence)
    {
        ArgumentNullException.ThrowIfNull(answers);
        if (answers.Count < 2 || !int.IsPow2(answers.Count))
        {
            throw new ArgumentException($"A full factorial of k changes has 2^k cells, not {answers.Count}.", nameof(answers));
        }

        return
        [
            .. Enumerable.Range(1, answers.Count - 1)
                .OrderBy(int.PopCount).ThenBy(set => set)
                .Select(set => new CombinedEffect(Places(set), Contrast(answers, Signs(set, answers.Count), confidence))),
        ];
    }

    private static int[] Places(int set) => [.. Enumerable.Range(0, 31).Where(place => (set >> place & 1) == 1)];

    // Product of the columns of the changes, over half of the cells.
    private static double[] Signs(int set, int cells) =>
        [.. Enumerable.Range(0, cells).Select(cell => (int.PopCount(set & ~cell) % 2 == 0 ? 1 : -1) * 2.0 / cells)];

    private static Estimate Contrast(
        IReadOnlyList<IReadOnlyList<double>> answers, double[] weights, double confidence)
    {
        if (answers.Any(each => each.Count != answers[0].Count))
        {
            throw new ArgumentException("Every cell needs an answer for each replication, be it NaN.", nameof(answers));
        }

        var sums = Enumerable.Range(0, answers[0].Count).Select(replication =>
            weights.Select((weight, cell) => weight == 0 ? 0 : weight * answers[cell][replication]).Sum());
        return Means.Interval(sums, confidence);
    }
}
