using Simulator.Kernel.Time;

namespace Simulator.Analysis.Calibration;

/// <summary>
/// One pair in minutes: for each moment at which the upper paper can have left, how many minutes there are until the
/// beginning and until the end of the days that the lower one can be of. The delay is known to lie between: it is
/// interval-censored at both ends (Turnbull, Journal of the Royal Statistical Society B 38, 1976, 290-295; for times
/// of transit with both ends in days, Reich, Lessler, Cummings and Brookmeyer, Statistics in Medicine 28, 2009,
/// 2769-2784).
/// </summary>
internal sealed class PairTimes
{
    /// <summary>No law is followed further than this.</summary>
    internal const int MostDays = 400;

    /// <summary>Stands for: however long.</summary>
    internal const int Ever = int.MaxValue;

    // By start, then by day since the earliest upper date: the minutes until the end of that day.
    private readonly int[][] ends;

    private PairTimes(RelayPair pair, int[][] ends, (int From, int To)[] observed, bool isWidened)
    {
        Pair = pair;
        this.ends = ends;
        Observed = observed;
        IsWidened = isWidened;
    }

    /// <summary>The pair.</summary>
    internal RelayPair Pair { get; }

    /// <summary>For each start, between which minutes the delay ended.</summary>
    internal (int From, int To)[] Observed { get; }

    /// <summary>
    /// Whether the lower paper is of a day on which nobody works by the calendar, so that the worked days on both
    /// sides were taken in.
    /// </summary>
    internal bool IsWidened { get; }

    /// <summary>How many days are followed; what comes later counts as one more.</summary>
    internal int Days => ends[0].Length;

    internal static PairTimes Of(RelayPair pair, RelayHours hours, TimeBasis basis)
    {
        var last = Math.Min(hours.LastDay.DayNumber, pair.UpperEarliest.DayNumber + MostDays);
        var days = Math.Max(1, last - pair.UpperEarliest.DayNumber + 1);
        var lastStart = Math.Min(pair.UpperLatest.DayNumber, pair.LowerLatest.DayNumber);
        var starts = Enumerable.Range(pair.UpperEarliest.DayNumber, lastStart - pair.UpperEarliest.DayNumber + 1)
            .SelectMany(day => hours.Starts(CivilDate.FromDayNumber(day)))
            .ToArray();
        int Until(int start, CivilDate day) => hours.Minutes(basis, start, Math.Max(start, hours.EndOf(day)));
        int[][] ends =
        [
            .. starts.Select(start => Enumerable.Range(0, days)
                .Select(day => Until(start, pair.UpperEarliest.AddDays(day))).ToArray()),
        ];
        var (first, final) = (pair.LowerEarliest, pair.LowerLatest);
        var isWidened = !Enumerable.Range(first.DayNumber, final.DayNumber - first.DayNumber + 1)
            .Any(day => hours.IsWorked(basis, CivilDate.FromDayNumber(day)));
        while (isWidened && first > pair.UpperEarliest && !hours.IsWorked(basis, first))
        {
            first = first.AddDays(-1);
        }

        while (isWidened && final < hours.LastDay && !hours.IsWorked(basis, final))
        {
            final = final.AddDays(1);
        }

        return new PairTimes(
            pair,
            ends,
            [.. starts.Select(start => (Until(start, first.AddDays(-1)), Until(start, final)))],
            isWidened);
    }

    /// <summary>The same pair with the lower paper so many days after the upper one.</summary>
    internal PairTimes On(int day) => new(
        Pair with { LowerEarliest = Pair.UpperEarliest.AddDays(day), LowerLatest = Pair.UpperEarliest.AddDays(day) },
        ends,
        [.. ends.Select(end => (day == 0 ? 0 : end[day - 1], day < end.Length ? end[day] : Ever))],
        isWidened: false);

    /// <summary>
    /// The chances of each date by a law, by days since the earliest upper date; the last item holds all that is
    /// later than what is followed.
    /// </summary>
    internal double[] DateChances(IDelayLaw law)
    {
        var known = new Dictionary<int, double>();
        var below = new double[Days];
        foreach (var end in ends)
        {
            for (var day = 0; day < end.Length; day++)
            {
                if (!known.TryGetValue(end[day], out var share))
                {
                    known[end[day]] = share = law.Below(end[day]);
                }

                below[day] += share / ends.Length;
                if (share > 1 - 1e-12)
                {
                    for (var later = day + 1; later < end.Length; later++)
                    {
                        below[later] += 1.0 / ends.Length;
                    }

                    break;
                }
            }
        }

        var chances = new double[Days + 1];
        for (var day = 0; day <= Days; day++)
        {
            chances[day] = (day < Days ? below[day] : 1) - (day > 0 ? below[day - 1] : 0);
        }

        return chances;
    }
}
