using Simulator.Kernel.Time;

namespace Simulator.Tests.Kernel.Time;

/// <summary>Office hours of 2021 with the public holidays for officials (notice 9895/VPCP-KGVX).</summary>
internal static class Vietnam2021
{
    public static readonly WorkingHours OfficeHours = new(new DayInterval(450, 690), new DayInterval(810, 1020));

    public static CalendarRule Rule(params MakeUpDay[] makeUpDays) => new()
    {
        Name = "vn/2021",
        Week = WeekHours.Weekdays(OfficeHours),
        NominalDay = 450,
        FirstDay = new CivilDate(2021, 1, 1),
        LastDay = new CivilDate(2021, 12, 31),
        Holidays =
        [
            .. Days(1, 1, 3, "New Year"),
            .. Days(2, 10, 16, "Tết"),
            .. Days(4, 21, 21, "Hùng Kings"),
            .. Days(4, 30, 30, "Reunification"),
            .. Days(5, 1, 3, "Labour"),
            .. Days(9, 2, 5, "National Day"),
        ],
        MakeUpDays = makeUpDays,
    };

    private static IEnumerable<Holiday> Days(int month, int first, int last, string name) =>
        Enumerable.Range(first, last - first + 1).Select(day => new Holiday(new CivilDate(2021, month, day), name));
}
