using FsCheck;
using FsCheck.Fluent;
using Simulator.Kernel.Time;

namespace Simulator.Tests.Kernel.Time;

/// <summary>
/// A made-up calendar of at most six weeks round a scenario's start, with a body's closures: hours up to and
/// from midnight, several intervals a day, intervals that touch, holidays, make-up days.
/// </summary>
internal sealed record CalendarCase(CalendarRule Rule, TimeAxis Axis, Closure[] BodyClosures)
{
    private static readonly Gen<CivilDate> StartDates =
        Gen.Elements(new CivilDate(2020, 2, 20), new CivilDate(2021, 2, 20), new CivilDate(2021, 12, 25));

    private static readonly Gen<int> Minutes = Gen.Frequency(
        (1, Gen.Constant(0)), (1, Gen.Constant(1440)), (4, Gen.Choose(0, 1440)), (2, Gen.Elements(450, 690, 810)));

    private static readonly Gen<WorkingHours> Hours =
        from edges in Gen.Choose(0, 3).SelectMany(count => Minutes.ArrayOf(2 * count))
        select new WorkingHours([.. Pairs([.. edges.Order()])]);

    private static readonly Gen<WeekHours> Weeks =
        from days in Hours.ArrayOf(7)
        from off in Gen.Elements(WorkingHours.None, days[6])
        select new WeekHours
        {
            Monday = days[0].Minutes == 0 ? Vietnam2021.OfficeHours : days[0],
            Tuesday = days[1],
            Wednesday = days[2],
            Thursday = days[3],
            Friday = days[4],
            Saturday = days[5],
            Sunday = off,
        };

    private static readonly Gen<TimeAxis> Axes =
        from date in StartDates
        from minute in Gen.Choose(0, 1439)
        select new TimeAxis(new CivilTime(date, minute));

    /// <summary>Any calendar.</summary>
    public static Arbitrary<CalendarCase> Any => Axes.SelectMany(On).ToArbitrary();

    /// <summary>Any two calendars on the same axis.</summary>
    public static Arbitrary<(CalendarCase First, CalendarCase Second)> AnyTwo =>
        (from axis in Axes from first in On(axis) from second in On(axis) select (first, second)).ToArbitrary();

    public WorkingCalendar Compiled => WorkingCalendar.Compile(Rule, Axis, BodyClosures);

    public override string ToString() =>
        $"{Rule.Week}, {Rule.FirstDay} to {Rule.LastDay}, start {Axis.Start}, "
        + $"holidays [{string.Join(", ", Rule.Holidays.Select(holiday => holiday.Date))}], "
        + $"make-up days [{string.Join(", ", Rule.MakeUpDays)}], "
        + $"closures [{string.Join(", ", Rule.Closures)}], of the body [{string.Join<Closure>(", ", BodyClosures)}]";

    private static Gen<CalendarCase> On(TimeAxis axis) =>
        from week in Weeks
        from before in Gen.Choose(0, 20)
        from after in Gen.Choose(0, 20)
        let first = axis.Start.Date.AddDays(-before)
        let days = before + after + 1
        from holidays in Gen.Choose(0, days - 1).ListOf()
        from makeUps in Gen.Choose(0, days - 1).ListOf()
        from makeUpHours in Hours.ArrayOf(days)
        from closures in Closures(first, days).ListOf(2)
        from bodyClosures in Closures(first, days).ArrayOf(2)
        let closed = holidays.Take(4).Distinct().ToList()
        select new CalendarCase(
            new CalendarRule
            {
                Name = "made up",
                Week = week,
                NominalDay = 450,
                FirstDay = first,
                LastDay = first.AddDays(days - 1),
                Holidays = [.. closed.Select(day => new Holiday(first.AddDays(day)))],
                MakeUpDays =
                [
                    .. makeUps.Take(4).Distinct().Except(closed)
                        .Select(day => MakeUp(first.AddDays(day), makeUpHours[day])),
                ],
                Closures = closures,
            },
            axis,
            bodyClosures);

    private static MakeUpDay MakeUp(CivilDate date, WorkingHours hours) => hours.Minutes == 0
        ? MakeUpDay.WorkedLike(date, DayOfWeek.Monday)
        : MakeUpDay.WorkedAt(date, hours);

    private static Gen<Closure> Closures(CivilDate first, int days) =>
        from begin in Gen.Choose(-2000, (days * 1440) - 1)
        from length in Gen.Frequency((3, Gen.Choose(1, 500)), (1, Gen.Choose(1, 9000)))
        let end = Math.Max(begin + length, 1)
        select new Closure(first.Midnight.AddMinutes(begin), first.Midnight.AddMinutes(end));

    private static IEnumerable<DayInterval> Pairs(int[] edges)
    {
        for (int i = 0; i + 1 < edges.Length; i += 2)
        {
            if (edges[i] < edges[i + 1])
            {
                yield return new DayInterval(edges[i], edges[i + 1]);
            }
        }
    }
}
