namespace Simulator.Analysis.Calibration;

/// <summary>
/// How likely the dates of some pairs are by a law: the sum over pairs of the logarithm of the chance that the delay
/// ended within the days of the lower paper, averaged over the moments at which the upper one can have left. Times that
/// several pairs have in common are looked up once.
/// </summary>
internal sealed class GroupLikelihood
{
    // A date that a law holds impossible; its logarithm must stay a number that can be compared.
    private const double Impossible = 1e-300;

    private readonly int[] minutes;
    private readonly (int From, int To)[][] places;

    internal GroupLikelihood(IReadOnlyCollection<PairTimes> pairs)
    {
        minutes =
        [
            .. pairs.SelectMany(pair => pair.Observed).SelectMany(each => new[] { each.From, each.To }).Distinct().Order(),
        ];
        places =
        [
            .. pairs.Select(pair => pair.Observed
                .Select(each => (Array.BinarySearch(minutes, each.From), Array.BinarySearch(minutes, each.To)))
                .ToArray()),
        ];
        MiddleMinutes = pairs.Average(pair => pair.Observed
            .Average(each => each.To == PairTimes.Ever ? each.From : (each.From + (double)each.To) / 2));
    }

    /// <summary>The mean of the middles of what is known: where a search begins.</summary>
    internal double MiddleMinutes { get; }

    /// <summary>The logarithm of the likelihood.</summary>
    internal double LogOf(IDelayLaw law)
    {
        var below = new double[minutes.Length];
        for (var i = 0; i < below.Length; i++)
        {
            below[i] = minutes[i] == PairTimes.Ever ? 1 : minutes[i] == 0 ? 0 : law.Below(minutes[i]);
        }

        var sum = 0.0;
        foreach (var pair in places)
        {
            var chance = 0.0;
            foreach (var (from, to) in pair)
            {
                chance += below[to] - below[from];
            }

            sum += Math.Log(Math.Max(chance / pair.Length, Impossible));
        }

        return sum;
    }
}
