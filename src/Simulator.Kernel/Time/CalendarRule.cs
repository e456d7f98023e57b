using System.Globalization;

namespace Simulator.Kernel.Time;

/// <summary>
/// A working calendar as people declare it: the hours of an ordinary week, holidays, days worked in
/// exchange, closures, and the dates for which all this is known. <see cref="WorkingCalendar.Compile"/>
/// turns it into ticks.
/// </summary>
/// <remarks>
/// On a date, a holiday closes the office; otherwise a make-up day's hours replace those of the day of the
/// week; closures are taken away last. Dates outside the coverage are not days off but unknown: work that
/// would need them never ends, and a run that would reach them is refused.
/// </remarks>
public sealed class CalendarRule
{
    /// <summary>
    /// The calendar of a duty desk: open at every minute, with no limit of coverage. Its nominal day has
    /// 1440 minutes.
    /// </summary>
    public static CalendarRule AlwaysOpen { get; } = new()
    {
        Name = "always open",
        Week = WeekHours.Always,
        NominalDay = CivilTime.MinutesPerDay,
    };

    /// <summary>The name by which bodies and messages refer to it.</summary>
    public required string Name { get; init; }

    /// <summary>The hours of an ordinary week.</summary>
    public required WeekHours Week { get; init; }

    /// <summary>The working minutes that one working day (<c>wd</c>) counts, 1 to 1440.</summary>
    public required int NominalDay { get; init; }

    /// <summary>
    /// The first date for which the calendar is known; absent, with <see cref="LastDay"/>, only if the
    /// calendar is open round the clock and knows no holiday.
    /// </summary>
    public CivilDate? FirstDay { get; init; }

    /// <summary>The last date for which the calendar is known.</summary>
    public CivilDate? LastDay { get; init; }

    /// <summary>Dates not worked, each once, in any order.</summary>
    public IReadOnlyList<Holiday> Holidays { get; init; } = [];

    /// <summary>Dates with hours of their own, each once, in any order.</summary>
    public IReadOnlyList<MakeUpDay> MakeUpDays { get; init; } = [];

    /// <summary>Closures that all users of the calendar share, in any order.</summary>
    public IReadOnlyList<Closure> Closures { get; init; } = [];

    /// <summary>Whether the calendar holds for all time.</summary>
    public bool IsUnlimited => FirstDay is null && LastDay is null;

    /// <summary>Refuses a calendar that contradicts itself.</summary>
    /// <exception cref="ArgumentException">The first of the <see cref="Problems"/>.</exception>
    public void Validate()
    {
        foreach (string problem in Problems())
        {
            throw new ArgumentException(problem);
        }
    }

    /// <summary>Everything that is wrong with the calendar, one sentence each, in a fixed order.</summary>
    public IEnumerable<string> Problems()
    {
        if (string.IsNullOrWhiteSpace(Name))
        {
            yield return "A calendar needs a name.";
        }

        if (NominalDay == 0)
        {
            yield return $"{Title} has no nominal day: say how many working minutes one working day (wd) "
                + "counts, such as 450.";
        }
        else if (NominalDay is < 0 or > CivilTime.MinutesPerDay)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{Title} has a nominal day of {NominalDay} minutes; a day has 1 to 1440.");
        }

        var others = IsUnlimited ? ProblemsWithoutCoverage() : ProblemsWithCoverage();
        foreach (string problem in others)
        {
            yield return problem;
        }
    }

    /// <summary>The same calendar with one more closure.</summary>
    public CalendarRule With(Closure closure) => new()
    {
        Name = Name,
        Week = Week,
        NominalDay = NominalDay,
        FirstDay = FirstDay,
        LastDay = LastDay,
        Holidays = Holidays,
        MakeUpDays = MakeUpDays,
        Closures = [.. Closures, closure],
    };

    /// <summary>Whether the date is one for which the calendar is known.</summary>
    public bool Covers(CivilDate date) =>
        IsUnlimited || (FirstDay is { } first && LastDay is { } last && date >= first && date <= last);

    private string Title => $"The calendar '{Name}'";

    private string Span => $"{Title} covers {FirstDay} to {LastDay}";

    private IEnumerable<string> ProblemsWithoutCoverage()
    {
        if (Week != WeekHours.Always || Holidays.Count > 0 || MakeUpDays.Count > 0)
        {
            yield return $"{Title} has no coverage: say the first and the last date for which its hours and "
                + "holidays are known. Only a calendar that is always open needs none.";
        }
    }

    private IEnumerable<string> ProblemsWithCoverage()
    {
        if (FirstDay is not { } first || LastDay is not { } last)
        {
            yield return $"{Title} has only one end of its coverage: say both the first and the last date.";
            yield break;
        }

        if (first > last)
        {
            yield return $"{Title} covers nothing: its first date, {first}, is later than its last, {last}.";
            yield break;
        }

        if (MakeUpDays.Count == 0 && Week == new WeekHours())
        {
            yield return $"{Title} never opens: it has no hours on any day of the week.";
        }

        foreach (string problem in ProblemsOfDates().Concat(ProblemsOfClosures(Closures)))
        {
            yield return problem;
        }
    }

    private IEnumerable<string> ProblemsOfDates()
    {
        var holidays = new HashSet<CivilDate>();
        foreach (var (date, name) in Holidays)
        {
            string holiday = name is null ? $"the holiday {date}" : $"the holiday {date} ({name})";
            if (!holidays.Add(date))
            {
                yield return $"{Title} has {holiday} twice.";
            }
            else if (!Covers(date))
            {
                yield return $"{Span}, and {holiday} lies outside.";
            }
        }

        var makeUpDays = new HashSet<CivilDate>();
        foreach (var day in MakeUpDays)
        {
            if (!makeUpDays.Add(day.Date))
            {
                yield return $"{Title} has the make-up day {day.Date} twice.";
            }
            else if (!Covers(day.Date))
            {
                yield return $"{Span}, and the make-up day {day.Date} lies outside.";
            }
            else if (holidays.Contains(day.Date))
            {
                yield return $"{Title} has {day.Date} both as a holiday and as a make-up day; "
                    + "it can be only one.";
            }
            else if (day.HoursIn(Week).Intervals.Count == 0)
            {
                yield return $"{Title} has the make-up day {day.Date} without working hours: name a day of "
                    + "the week that is worked, or give hours.";
            }
        }
    }

    /// <summary>What is wrong with some closures, the rule's own or a body's, one sentence each.</summary>
    internal IEnumerable<string> ProblemsOfClosures(IEnumerable<Closure> closures)
    {
        foreach (var closure in closures)
        {
            bool meets = IsUnlimited
                || (closure.From.Date <= LastDay && closure.To.AddMinutes(-1).Date >= FirstDay);
            if (!meets)
            {
                yield return $"{Span}, and the closure from {closure.From} to {closure.To} lies outside.";
            }
        }
    }
}
