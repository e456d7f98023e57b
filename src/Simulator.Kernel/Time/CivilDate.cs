using System.Globalization;

namespace Simulator.Kernel.Time;

/// <summary>
/// A day of the proleptic Gregorian calendar, without zone or clock. Calendars speak of dates
/// (holidays, terms, coverage) and are compiled to ticks before a run starts.
/// </summary>
/// <remarks>
/// Conversions follow Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", section
/// <c>days_from_civil</c> and <c>civil_from_days</c>: years are counted from March, so that the leap
/// day comes last. <c>default</c> is 0001-01-01, the first date there is.
/// </remarks>
public readonly record struct CivilDate : IComparable<CivilDate>
{
    private const int DaysFromMarchToYearOne = 306;
    private const int DaysPerEra = 146_097;
    private const int LastDayNumber = 3_652_058;

    /// <summary>The date of a year (1 to 9999), month (1 to 12) and day of the month.</summary>
    /// <exception cref="ArgumentException">There is no such date; the message says why.</exception>
    public CivilDate(int year, int month, int day)
    {
        if (Problem(year, month, day) is { } problem)
        {
            throw new ArgumentException($"There is no such date: {problem}.");
        }

        DayNumber = Number(year, month, day);
    }

    private CivilDate(int dayNumber) => DayNumber = dayNumber;

    /// <summary>0001-01-01.</summary>
    public static CivilDate First => default;

    /// <summary>9999-12-31.</summary>
    public static CivilDate Last => new(LastDayNumber);

    /// <summary>Days since 0001-01-01, which is day 0.</summary>
    public int DayNumber { get; }

    /// <summary>The year, 1 to 9999.</summary>
    public int Year => Parts.Year;

    /// <summary>The month, 1 to 12.</summary>
    public int Month => Parts.Month;

    /// <summary>The day of the month, 1 to 31.</summary>
    public int Day => Parts.Day;

    /// <summary>The day of the week.</summary>
    public DayOfWeek DayOfWeek => (DayOfWeek)((DayNumber + 1) % 7);

    /// <summary>The moment at which the day begins, 00:00.</summary>
    public CivilTime Midnight => new(this, 0);

    private (int Year, int Month, int Day) Parts
    {
        get
        {
            int days = DayNumber + DaysFromMarchToYearOne;
            int era = days / DaysPerEra;
            int dayOfEra = days % DaysPerEra;
            int yearOfEra = (dayOfEra - (dayOfEra / 1460) + (dayOfEra / 36_524) - (dayOfEra / 146_096)) / 365;
            int dayOfYear = dayOfEra - ((365 * yearOfEra) + (yearOfEra / 4) - (yearOfEra / 100));
            int monthFromMarch = ((5 * dayOfYear) + 2) / 153;
            int day = dayOfYear - (((153 * monthFromMarch) + 2) / 5) + 1;
            int month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
            return ((era * 400) + yearOfEra + (month <= 2 ? 1 : 0), month, day);
        }
    }

    /// <summary>The date with the given number of days since 0001-01-01.</summary>
    /// <exception cref="OverflowException">The date lies outside the years 1 to 9999.</exception>
    public static CivilDate FromDayNumber(long dayNumber) =>
        dayNumber is >= 0 and <= LastDayNumber
            ? new CivilDate((int)dayNumber)
            : throw new OverflowException("A date outside the years 1 to 9999 cannot be expressed.");

    /// <summary>Whether the year has a 29 February.</summary>
    public static bool IsLeapYear(int year) => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

    /// <summary>How many days the month (1 to 12) of the year has.</summary>
    public static int DaysInMonth(int year, int month) => month switch
    {
        2 => IsLeapYear(year) ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };

    /// <summary>Reads <c>2021-05-02</c>: four, two and two digits, nothing around them.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out CivilDate date) =>
        TryParse(text, out date, out _);

    /// <summary>Reads <c>2021-05-02</c>, or says in one sentence why the text is no date.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out CivilDate date, out string? problem)
    {
        date = default;
        if (!CivilText.TryReadDate(text, out int year, out int month, out int day))
        {
            problem = $"'{text}' is not a date: write year-month-day, like 2021-05-02.";
            return false;
        }

        problem = Problem(year, month, day) is { } why ? $"'{text}' is not a date: {why}." : null;
        if (problem is null)
        {
            date = new CivilDate(Number(year, month, day));
        }

        return problem is null;
    }

    /// <summary>The date <paramref name="days"/> later, or earlier if negative.</summary>
    /// <exception cref="OverflowException">The date lies outside the years 1 to 9999.</exception>
    public CivilDate AddDays(int days) => FromDayNumber((long)DayNumber + days);

    /// <summary>Whether <paramref name="left"/> is earlier.</summary>
    public static bool operator <(CivilDate left, CivilDate right) => left.DayNumber < right.DayNumber;

    /// <summary>Whether <paramref name="left"/> is later.</summary>
    public static bool operator >(CivilDate left, CivilDate right) => left.DayNumber > right.DayNumber;

    /// <summary>Whether <paramref name="left"/> is not later.</summary>
    public static bool operator <=(CivilDate left, CivilDate right) => left.DayNumber <= right.DayNumber;

    /// <summary>Whether <paramref name="left"/> is not earlier.</summary>
    public static bool operator >=(CivilDate left, CivilDate right) => left.DayNumber >= right.DayNumber;

    /// <inheritdoc/>
    public int CompareTo(CivilDate other) => DayNumber.CompareTo(other.DayNumber);

    /// <summary>The date as in ISO 8601, <c>2021-05-02</c>.</summary>
    public override string ToString()
    {
        var (year, month, day) = Parts;
        return string.Create(CultureInfo.InvariantCulture, $"{year:D4}-{month:D2}-{day:D2}");
    }

    private static int Number(int year, int month, int day)
    {
        int marchYear = month <= 2 ? year - 1 : year;
        int yearOfEra = marchYear % 400;
        int monthFromMarch = month > 2 ? month - 3 : month + 9;
        int dayOfYear = (((153 * monthFromMarch) + 2) / 5) + day - 1;
        int dayOfEra = (yearOfEra * 365) + (yearOfEra / 4) - (yearOfEra / 100) + dayOfYear;
        return (marchYear / 400 * DaysPerEra) + dayOfEra - DaysFromMarchToYearOne;
    }

    private static string? Problem(int year, int month, int day)
    {
        var invariant = CultureInfo.InvariantCulture;
        if (year is < 1 or > 9999)
        {
            return string.Create(invariant, $"years run from 1 to 9999, and {year} does not");
        }

        if (month is < 1 or > 12)
        {
            return string.Create(invariant, $"months run from 1 to 12, and {month} does not");
        }

        int days = DaysInMonth(year, month);
        return day >= 1 && day <= days
            ? null
            : string.Create(invariant, $"{year:D4}-{month:D2} has the days 1 to {days}, and no {day}");
    }
}
