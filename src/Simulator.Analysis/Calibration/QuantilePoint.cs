namespace Simulator.Analysis.Calibration;

/// <summary>
/// One pair among the others, sorted: the days that it took beside the days that the law expects at its rank (Wilk and
/// Gnanadesikan, Biometrika 55, 1968, 1-17). A day is an interval of one day, so pairs of the same day lie side by side
/// over half a day to each side of it.
/// </summary>
/// <param name="Expected">Days by the law, with a fraction.</param>
/// <param name="Observed">Days in fact.</param>
public readonly record struct QuantilePoint(double Expected, int Observed)
{
    internal static IReadOnlyList<QuantilePoint> Of(IReadOnlyList<PairTimes> pairs, IDelayLaw law)
    {
        PairTimes[] exact = [.. pairs.Where(pair => pair.Pair.IsExact)];
        if (exact.Length == 0)
        {
            return [];
        }

        var below = Goodness.Expected([.. exact.Select(pair => pair.DateChances(law))]);
        return
        [
            .. exact.Select(pair => pair.Pair.Days).Order()
                .Select((days, i) => new QuantilePoint(At(below, (i + 0.5) / exact.Length), days)),
        ];
    }

    private static double At(double[] below, double share)
    {
        var day = Array.FindIndex(below, each => each >= share);
        if (day < 0)
        {
            return below.Length - 1;
        }

        var before = day == 0 ? 0 : below[day - 1];
        return day - 0.5 + ((share - before) / (below[day] - before));
    }
}
