using Simulator.Kernel.Time;

namespace Simulator.Analysis.Calibration;

/// <summary>Between which dates a law expects the lower paper of a pair, with nine chances in ten.</summary>
/// <param name="Pair">The pair.</param>
/// <param name="Low">The 5% quantile of its date.</param>
/// <param name="High">The 95% quantile.</param>
/// <param name="HasEnd">Whether the upper end is a date; else it lies beyond what the calendar knows.</param>
public sealed record DateBand(RelayPair Pair, CivilDate Low, CivilDate High, bool HasEnd)
{
    /// <summary>The least chance that a date lies in its band; whole days make it somewhat more.</summary>
    public const double Chance = 0.9;

    private const double Tail = 0.05;

    /// <summary>Whether the date of the lower paper is known, so that it can lie in the band or not.</summary>
    public bool IsDated => Pair.LowerEarliest == Pair.LowerLatest;

    /// <summary>Dates in the band.</summary>
    public int Dates => High.DayNumber - Low.DayNumber + 1;

    /// <summary>Whether the real date lies in it; where that is blank, whether it can.</summary>
    public bool IsInside => Low <= Pair.LowerLatest && High >= Pair.LowerEarliest;

    internal static DateBand Of(PairTimes times, IDelayLaw law)
    {
        var chances = times.DateChances(law);
        var (low, high) = (Quantile(chances, Tail), Quantile(chances, 1 - Tail));
        var last = times.Days - 1;
        return new DateBand(
            times.Pair,
            times.Pair.UpperEarliest.AddDays(Math.Min(low, last)),
            times.Pair.UpperEarliest.AddDays(Math.Min(high, last)),
            high <= last);
    }

    private static int Quantile(double[] chances, double share)
    {
        var sum = 0.0;
        for (var day = 0; day < chances.Length; day++)
        {
            sum += chances[day];
            if (sum >= share)
            {
                return day;
            }
        }

        return chances.Length - 1;
    }
}
