namespace Simulator.Kernel.Time;

/// <summary>The hours an office works in an ordinary week; a day not named is a day off.</summary>
public sealed record WeekHours
{
    /// <summary>Round the clock on every day.</summary>
    public static WeekHours Always { get; } =
        Weekdays(WorkingHours.AllDay) with { Saturday = WorkingHours.AllDay, Sunday = WorkingHours.AllDay };

    /// <summary>Hours on Mondays.</summary>
    public WorkingHours Monday { get; init; } = WorkingHours.None;

    /// <summary>Hours on Tuesdays.</summary>
    public WorkingHours Tuesday { get; init; } = WorkingHours.None;

    /// <summary>Hours on Wednesdays.</summary>
    public WorkingHours Wednesday { get; init; } = WorkingHours.None;

    /// <summary>Hours on Thursdays.</summary>
    public WorkingHours Thursday { get; init; } = WorkingHours.None;

    /// <summary>Hours on Fridays.</summary>
    public WorkingHours Friday { get; init; } = WorkingHours.None;

    /// <summary>Hours on Saturdays.</summary>
    public WorkingHours Saturday { get; init; } = WorkingHours.None;

    /// <summary>Hours on Sundays.</summary>
    public WorkingHours Sunday { get; init; } = WorkingHours.None;

    /// <summary>The hours on a day of the week.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such day.</exception>
    public WorkingHours this[DayOfWeek day] => day switch
    {
        DayOfWeek.Monday => Monday,
        DayOfWeek.Tuesday => Tuesday,
        DayOfWeek.Wednesday => Wednesday,
        DayOfWeek.Thursday => Thursday,
        DayOfWeek.Friday => Friday,
        DayOfWeek.Saturday => Saturday,
        DayOfWeek.Sunday => Sunday,
        _ => throw new ArgumentOutOfRangeException(nameof(day), day, "There is no such day of the week."),
    };

    /// <summary>The same hours from Monday to Friday, and the weekend off.</summary>
    public static WeekHours Weekdays(WorkingHours hours) => new()
    {
        Monday = hours,
        Tuesday = hours,
        Wednesday = hours,
        Thursday = hours,
        Friday = hours,
    };
}
