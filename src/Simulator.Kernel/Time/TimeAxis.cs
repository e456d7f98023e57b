using System.Globalization;

namespace Simulator.Kernel.Time;

/// <summary>
/// Ties ticks to the civil calendar: where tick 0 lies, and how far local time is from UTC. All
/// conversions happen before and after a run; what a run needs to know of the calendar (working hours,
/// the years and terms at which number series restart) is compiled to ticks.
/// </summary>
/// <remarks>
/// The offset is the same all year: Vietnam keeps UTC+7 without summer time. Equal axes convert alike.
/// </remarks>
public sealed record TimeAxis
{
    /// <summary>UTC+07:00, in minutes.</summary>
    public const int VietnamOffset = 7 * 60;

    private const int LargestOffset = 14 * 60;

    /// <summary>An axis on which tick 0 is <paramref name="start"/>.</summary>
    /// <param name="start">Local civil time of tick 0.</param>
    /// <param name="offset">Minutes by which local time is ahead of UTC, -840 to 840.</param>
    /// <exception cref="ArgumentException">The offset is more than 14 hours.</exception>
    public TimeAxis(CivilTime start, int offset = VietnamOffset)
    {
        if (offset is < -LargestOffset or > LargestOffset)
        {
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture,
                $"Local time is at most {LargestOffset} minutes from UTC, and {offset} is more."));
        }

        Start = start;
        Offset = offset;
    }

    /// <summary>Local civil time of tick 0.</summary>
    public CivilTime Start { get; }

    /// <summary>Minutes by which local time is ahead of UTC.</summary>
    public int Offset { get; }

    /// <summary>The tick of a civil time; negative before the start.</summary>
    /// <exception cref="ArgumentException">
    /// The time is more than 2,147,483,646 minutes (4,083 years) from the start.
    /// </exception>
    public Tick ToTick(CivilTime time)
    {
        long minutes = time.Minutes - Start.Minutes;
        return minutes is > -int.MaxValue and < int.MaxValue
            ? new Tick((int)minutes)
            : throw new ArgumentException(
                $"{time} is out of reach: ticks end 4,083 years from the scenario's start, {Start}.");
    }

    /// <summary>The civil time of a tick.</summary>
    /// <exception cref="ArgumentException">The tick is <see cref="Tick.Never"/>.</exception>
    /// <exception cref="OverflowException">The time lies outside the years 1 to 9999.</exception>
    public CivilTime ToCivil(Tick tick) => tick != Tick.Never
        ? Start.AddMinutes(tick.Value)
        : throw new ArgumentException("A moment that never comes has no civil time.");

    /// <summary>The tick as in ISO 8601 with seconds and offset, <c>2021-05-03T07:30:00+07:00</c>.</summary>
    /// <exception cref="ArgumentException">The tick is <see cref="Tick.Never"/>.</exception>
    /// <exception cref="OverflowException">The time lies outside the years 1 to 9999.</exception>
    public string ToIso(Tick tick)
    {
        char sign = Offset < 0 ? '-' : '+';
        int offset = Math.Abs(Offset);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{ToCivil(tick)}:00{sign}{offset / 60:D2}:{offset % 60:D2}");
    }

    /// <summary>
    /// The ticks of every 1 January 00:00 from <paramref name="from"/> on and before <paramref name="to"/>,
    /// ascending. Series of state documents restart there (Decree 30/2020/NĐ-CP, Annex I).
    /// </summary>
    /// <exception cref="OverflowException">A time lies outside the years 1 to 9999.</exception>
    public Tick[] YearStarts(Tick from, Tick to)
    {
        var starts = new List<Tick>();
        var first = ToCivil(from);
        for (int year = first.Year; year <= CivilDate.Last.Year; year++)
        {
            var newYear = new CivilTime(year, 1, 1);
            if (newYear.Minutes - Start.Minutes >= to.Value)
            {
                break;
            }

            if (newYear >= first)
            {
                starts.Add(ToTick(newYear));
            }
        }

        return [.. starts];
    }

    /// <summary>
    /// The ticks at which a party committee's terms begin, 00:00 of each date; its series run through one
    /// term and restart with the next (Guideline 36-HD/VPTW of 2018).
    /// </summary>
    /// <param name="firstDays">The first day of each term, ascending.</param>
    /// <exception cref="ArgumentException">The dates do not ascend, or one is out of reach.</exception>
    public Tick[] TermStarts(IReadOnlyList<CivilDate> firstDays)
    {
        ArgumentNullException.ThrowIfNull(firstDays);
        var starts = new Tick[firstDays.Count];
        for (int i = 0; i < starts.Length; i++)
        {
            if (i > 0 && firstDays[i] <= firstDays[i - 1])
            {
                throw new ArgumentException(
                    $"Terms follow one another: {firstDays[i]} must be later than {firstDays[i - 1]}.");
            }

            starts[i] = ToTick(firstDays[i].Midnight);
        }

        return starts;
    }
}
