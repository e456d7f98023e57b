namespace Simulator.Kernel.Time;

/// <summary>
/// A date with hours of its own: commonly a Saturday worked in exchange for a day between two holidays
/// (hoán đổi ngày làm việc). Its hours replace those of its day of the week.
/// </summary>
public sealed record MakeUpDay
{
    private MakeUpDay(CivilDate date, DayOfWeek? like, WorkingHours? hours)
    {
        Date = date;
        Like = like;
        Hours = hours;
    }

    /// <summary>The date.</summary>
    public CivilDate Date { get; }

    /// <summary>The day of the week whose hours are worked, unless <see cref="Hours"/> are given.</summary>
    public DayOfWeek? Like { get; }

    /// <summary>The hours worked, unless they are those of <see cref="Like"/>.</summary>
    public WorkingHours? Hours { get; }

    /// <summary>A date worked like an ordinary day of the week.</summary>
    public static MakeUpDay WorkedLike(CivilDate date, DayOfWeek day) => new(date, day, null);

    /// <summary>A date worked at the given hours.</summary>
    public static MakeUpDay WorkedAt(CivilDate date, WorkingHours hours)
    {
        ArgumentNullException.ThrowIfNull(hours);
        return new MakeUpDay(date, null, hours);
    }

    /// <summary>The hours worked, given those of an ordinary week.</summary>
    public WorkingHours HoursIn(WeekHours week)
    {
        ArgumentNullException.ThrowIfNull(week);
        return Hours ?? week[Like!.Value];
    }
}
