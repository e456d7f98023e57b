namespace Simulator.Scenarios.Format;

/// <summary>The keys of working calendars.</summary>
internal static class CalendarFormat
{
    /// <summary>The days of the week, Monday first.</summary>
    public static IReadOnlyList<string> Days { get; } = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    /// <summary>A stretch of time in which an office is shut.</summary>
    public static Shape Closures { get; } = new ListShape(new ListShape(Scalars.Time, 2, 2), 0, 1000);

    private static Shape Hours { get; } = new ListShape(
        Scalars.Pattern("hours", Organisation.HoursText.Problem, "^[0-9]{2}:[0-9]{2}-[0-9]{2}:[0-9]{2}$"),
            0, 24);

    /// <summary>A working calendar.</summary>
    public static RecordShape Calendar { get; } = new(
        "calendar",
        new("covers", new ListShape(Scalars.Date, 2, 2),
            "The first and the last date for which the calendar is known; only one that is always open "
                + "needs none.")
        {
            Example = "[2021-01-01, 2021-12-31]",
        },
        new("working-day", Scalars.Elapsed, "How many hours one working day (`wd`) counts.")
        {
            IsRequired = true,
            Example = "8h",
        },
        new("hours",
            new MapShape("day or days (`mon`, `mon-fri`)", Organisation.HoursText.DaysProblem, Hours),
            "The hours of an ordinary week; a day left out is a day off.")
        {
            IsRequired = true,
            Example = "{ mon-fri: [\"07:30-11:30\", \"13:30-17:30\"] }",
        },
        new("holidays",
            new EitherShape
            {
                Map = new MapShape("date", Scalars.DateProblem, Scalars.TwoLanguages, 10_000),
                List = new ListShape(Scalars.Date, 0, 10_000)
            },
            "Dates not worked, with what is celebrated.")
        {
            Default = "none",
            Example = "{ 2021-04-30: Ngày Giải phóng miền Nam }",
        },
        new("make-up",
            new MapShape("date", Scalars.DateProblem,
                new EitherShape { Scalar = new WordShape([.. Days]), List = Hours }, 10_000),
            "Dates worked in exchange for others: like a day of the week, or at hours of their own.")
        {
            Default = "none",
            Example = "{ 2021-01-09: mon }",
        },
        new("closed", Closures,
            "Stretches of time in which everybody on this calendar is shut; a last date is included.")
        {
            Default = "none",
            Example = "[[2021-05-10, 2021-05-12]]",
        },
        OfficeFormat.Source);
}
