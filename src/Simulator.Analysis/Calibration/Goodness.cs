namespace Simulator.Analysis.Calibration;

/// <summary>
/// How well a law fits: the greatest distance between the share of pairs that took at most so many days and the share
/// that the law expects, averaged over pairs, since each begins on its own day of the week (Kolmogorov's distance on
/// whole days). Its chance is found by drawing dates from the fitted law and fitting them anew (parametric bootstrap:
/// Stute, Gonzalez Manteiga and Presedo Quindimil, Metrika 40, 1993, 243-256), since neither days nor fitted parameters
/// allow the usual table.
/// </summary>
/// <param name="Distance">The distance, 0 to 1.</param>
/// <param name="Chance">
/// The share of drawn samples, the real one counted among them, that lie at least as far off; small: the law is
/// refuted.
/// </param>
/// <param name="Samples">The drawn samples.</param>
/// <param name="Seed">What they were drawn with.</param>
/// <param name="Pairs">Pairs with both dates; the others say nothing here.</param>
public sealed record Goodness(double Distance, double Chance, int Samples, ulong Seed, int Pairs)
{
    internal static Goodness Of(
        IReadOnlyList<PairTimes> pairs, DelayShape shape, double[] best, int samples, ulong seed)
    {
        PairTimes[] exact = [.. pairs.Where(pair => pair.Pair.IsExact)];
        if (exact.Length == 0)
        {
            return new Goodness(double.NaN, double.NaN, 0, seed, 0);
        }

        var drawn = new DrawnDates(exact, shape.Law([.. best.Select(each => Math.Exp(each))]), seed);
        var distance = Farthest([.. exact.Select(pair => pair.Pair.Days)], drawn.Chances);
        var chance = DrawnDates.Share(samples, sample =>
        {
            var (days, dated) = drawn.Sample(sample);
            var refitted = MaximumLikelihood.Quick(shape, new GroupLikelihood(dated), best);
            var other = shape.Law([.. refitted.At.Select(each => Math.Exp(each))]);
            return Farthest(days, [.. exact.Select(pair => pair.DateChances(other))]) >= distance - 1e-12;
        });
        return new Goodness(distance, chance, samples, seed, exact.Length);
    }

    /// <summary>The share of pairs that are expected to take at most so many days, by days.</summary>
    internal static double[] Expected(IReadOnlyList<double[]> chances)
    {
        var below = new double[chances.Max(each => each.Length)];
        foreach (var each in chances)
        {
            var sum = 0.0;
            for (var day = 0; day < below.Length; day++)
            {
                sum += day < each.Length ? each[day] : 0;
                below[day] += sum / chances.Count;
            }
        }

        return below;
    }

    private static double Farthest(int[] days, IReadOnlyList<double[]> chances)
    {
        var expected = Expected(chances);
        var farthest = 0.0;
        for (var day = 0; day < expected.Length; day++)
        {
            var share = (double)days.Count(each => each <= day) / days.Length;
            farthest = Math.Max(farthest, Math.Abs(share - expected[day]));
        }

        return farthest;
    }
}
