using System.Globalization;

namespace Simulator.Kernel.Time;

/// <summary>
/// What the calendar and the clock on the office wall show: a local date and time to the minute, in
/// the proleptic Gregorian calendar, without zone. It exists at the borders only, when scenarios are
/// read and results are shown; during a run time is a <see cref="Tick"/>.
/// </summary>
/// <remarks><c>default</c> is 0001-01-01T00:00, the first moment there is.</remarks>
public readonly record struct CivilTime : IComparable<CivilTime>
{
    /// <summary>Minutes in a day.</summary>
    public const int MinutesPerDay = 1440;

    /// <summary>The moment of a date at which <paramref name="minuteOfDay"/> minutes have passed.</summary>
    /// <param name="date">The date.</param>
    /// <param name="minuteOfDay">Minutes since 00:00; 1440 is 00:00 of the next day.</param>
    /// <exception cref="ArgumentException">The minute is not 0 to 1440.</exception>
    /// <exception cref="OverflowException">The moment lies after 9999-12-31T23:59.</exception>
    public CivilTime(CivilDate date, int minuteOfDay)
        : this(((long)date.DayNumber * MinutesPerDay) + Within(minuteOfDay))
    {
    }

    /// <summary>The moment of a year, month, day, hour (0 to 23) and minute (0 to 59).</summary>
    /// <exception cref="ArgumentException">There is no such moment; the message says why.</exception>
    public CivilTime(int year, int month, int day, int hour = 0, int minute = 0)
        : this(((long)new CivilDate(year, month, day).DayNumber * MinutesPerDay) + MinuteOf(hour, minute))
    {
    }

    private CivilTime(long minutes) =>
        Minutes = minutes >= 0 && minutes < ((long)CivilDate.Last.DayNumber + 1) * MinutesPerDay
            ? minutes
            : throw new OverflowException("A time outside the years 1 to 9999 cannot be expressed.");

    /// <summary>Minutes since 0001-01-01T00:00.</summary>
    public long Minutes { get; }

    /// <summary>The date.</summary>
    public CivilDate Date => CivilDate.FromDayNumber(Minutes / MinutesPerDay);

    /// <summary>Minutes since 00:00 of the date, 0 to 1439.</summary>
    public int MinuteOfDay => (int)(Minutes % MinutesPerDay);

    /// <summary>The year, 1 to 9999.</summary>
    public int Year => Date.Year;

    /// <summary>The month, 1 to 12.</summary>
    public int Month => Date.Month;

    /// <summary>The day of the month, 1 to 31.</summary>
    public int Day => Date.Day;

    /// <summary>The hour, 0 to 23.</summary>
    public int Hour => MinuteOfDay / 60;

    /// <summary>The minute of the hour, 0 to 59.</summary>
    public int Minute => MinuteOfDay % 60;

    /// <summary>The day of the week.</summary>
    public DayOfWeek DayOfWeek => Date.DayOfWeek;

    /// <summary>
    /// Reads <c>2021-05-02T08:00</c>, <c>2021-05-02 08:00</c> or <c>2021-05-02</c>, which is 00:00 of that
    /// day.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> text, out CivilTime time) =>
        TryParse(text, out time, out _);

    /// <summary>
    /// Reads <c>2021-05-02T08:00</c>, <c>2021-05-02 08:00</c> or <c>2021-05-02</c>, or says in one sentence
    /// why the text is no time.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> text, out CivilTime time, out string? problem)
    {
        time = default;
        int hour = 0;
        int minute = 0;
        bool dated = text.Length >= 10 && CivilText.TryReadDate(text[..10], out _, out _, out _);
        if (!dated || (text.Length > 10
            && (text[10] is not ('T' or ' ') || !CivilText.TryReadClock(text[11..], out hour, out minute))))
        {
            problem = $"'{text}' is not a time: write 2021-05-02T08:00, to the minute and without zone, "
                + "or the date alone.";
            return false;
        }

        if (!CivilDate.TryParse(text[..10], out var date, out problem))
        {
            return false;
        }

        problem = ClockProblem(hour, minute) is { } why ? $"'{text}' is not a time: {why}." : null;
        if (problem is null)
        {
            time = new CivilTime(date, (hour * 60) + minute);
        }

        return problem is null;
    }

    /// <summary>The moment <paramref name="minutes"/> later, or earlier if negative.</summary>
    /// <exception cref="OverflowException">The moment lies outside the years 1 to 9999.</exception>
    public CivilTime AddMinutes(long minutes) => new(checked(Minutes + minutes));

    /// <summary>Whether <paramref name="left"/> is earlier.</summary>
    public static bool operator <(CivilTime left, CivilTime right) => left.Minutes < right.Minutes;

    /// <summary>Whether <paramref name="left"/> is later.</summary>
    public static bool operator >(CivilTime left, CivilTime right) => left.Minutes > right.Minutes;

    /// <summary>Whether <paramref name="left"/> is not later.</summary>
    public static bool operator <=(CivilTime left, CivilTime right) => left.Minutes <= right.Minutes;

    /// <summary>Whether <paramref name="left"/> is not earlier.</summary>
    public static bool operator >=(CivilTime left, CivilTime right) => left.Minutes >= right.Minutes;

    /// <inheritdoc/>
    public int CompareTo(CivilTime other) => Minutes.CompareTo(other.Minutes);

    /// <summary>The moment as in ISO 8601, <c>2021-05-02T08:00</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Date}T{Hour:D2}:{Minute:D2}");

    private static int Within(int minuteOfDay) =>
        minuteOfDay is >= 0 and <= MinutesPerDay
            ? minuteOfDay
            : throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture,
                $"A day has the minutes 0 to {MinutesPerDay}, and no {minuteOfDay}."));

    private static int MinuteOf(int hour, int minute) =>
        ClockProblem(hour, minute) is { } problem
            ? throw new ArgumentException($"There is no such time: {problem}.")
            : (hour * 60) + minute;

    private static string? ClockProblem(int hour, int minute)
    {
        var invariant = CultureInfo.InvariantCulture;
        if (hour is < 0 or > 23)
        {
            string hint = hour == 24 ? "; midnight is 00:00 of the next day" : string.Empty;
            return string.Create(invariant, $"hours run from 0 to 23, and {hour} does not{hint}");
        }

        return minute is >= 0 and <= 59
            ? null
            : string.Create(invariant, $"minutes run from 0 to 59, and {minute} does not");
    }
}
