using MathNet.Numerics.Distributions;

namespace Simulator.Analysis.Calibration;

/// <summary>
/// The law of a sum: one lognormal step, and the rest by equally likely values. It is worked out at
/// <see cref="Nodes"/> times and read off between them, by cubic pieces (Catmull and Rom, 1974), in the coordinates in which
/// a lognormal law is a straight line: log time and normal score.
/// </summary>
internal sealed class ChainLaw : IDelayLaw
{
    private const int Nodes = 80;
    private const double FarthestScore = 8;

    // Five minutes to some three years of elapsed minutes.
    private static readonly double s_first = Math.Log(5);
    private static readonly double s_step = (Math.Log(1_500_000) - s_first) / (Nodes - 1);

    private readonly double[] scores = new double[Nodes];

    /// <param name="rest">Equally likely values of all but one step, in minutes.</param>
    /// <param name="median">Median of that step, in minutes.</param>
    /// <param name="sigma">Its sigma.</param>
    internal ChainLaw(double[] rest, double median, double sigma)
    {
        for (var node = 0; node < Nodes; node++)
        {
            var minutes = Math.Exp(s_first + (node * s_step));
            var share = 0.0;
            foreach (var other in rest)
            {
                share += minutes > other ? Normal.CDF(0, 1, Math.Log((minutes - other) / median) / sigma) : 0;
            }

            scores[node] = Score(share / rest.Length);
        }
    }

    public double Below(double minutes)
    {
        if (minutes <= 0)
        {
            return 0;
        }

        var place = (Math.Log(minutes) - s_first) / s_step;
        if (place <= 0)
        {
            return scores[0] <= -FarthestScore ? 0 : Normal.CDF(0, 1, scores[0]) * minutes / Math.Exp(s_first);
        }

        var node = Math.Min((int)place, Nodes - 2);
        var score = Cubic(
            scores[Math.Max(0, node - 1)], scores[node], scores[node + 1], scores[Math.Min(Nodes - 1, node + 2)],
            Math.Min(place - node, 1));
        return score <= -FarthestScore ? 0 : Normal.CDF(0, 1, score);
    }

    private static double Cubic(double before, double from, double to, double after, double share)
    {
        // A score at the bound is no point of a smooth curve.
        if (before <= -FarthestScore || after >= FarthestScore)
        {
            return from + ((to - from) * share);
        }

        var (first, last) = ((to - before) / 2, (after - from) / 2);
        var rise = to - from;
        return from + (share * (first + (share * ((3 * rise) - (2 * first) - last + (share * (first + last - (2 * rise)))))));
    }

    private static double Score(double share) => share <= 0 ? -FarthestScore
        : share >= 1 ? FarthestScore
        : Math.Clamp(Normal.InvCDF(0, 1, share), -FarthestScore, FarthestScore);
}
