using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;
using Simulator.Tests.Kernel.Models;

namespace Simulator.Tests.Kernel.Compilation;

/// <summary>Changes to calendars.</summary>
internal static partial class ModelChanges
{
    private static Dictionary<string, Func<Model, Model>> OfTime => new()
    {
        ["CalendarRule.Week"] = model => Rule(model, Copy(week: WeekHours.Weekdays(OtherHours))),
        ["CalendarRule.FirstDay"] = model => Rule(model, Copy(first: new CivilDate(2021, 1, 5))),
        ["CalendarRule.LastDay"] = model => Rule(model, Copy(last: new CivilDate(2021, 12, 30))),
        ["CalendarRule.Holidays"] = model => Rule(model, Copy(holidays: [])),
        ["CalendarRule.MakeUpDays"] = model => Rule(model, Copy(makeUpDays: [])),
        ["CalendarRule.Closures"] = model => Rule(model, Copy(closures: [])),
        ["Holiday.Date"] = model => Rule(model, Copy(holidays: [new Holiday(new CivilDate(2021, 3, 10))])),
        ["MakeUpDay.Date"] = model => Rule(model, Copy(makeUpDays: [Worked(13)])),
        ["MakeUpDay.Like"] = model => Rule(model, Copy(
            makeUpDays: [MakeUpDay.WorkedLike(new CivilDate(2021, 3, 6), DayOfWeek.Monday)])),
        ["MakeUpDay.Hours"] = model => Rule(model, Copy(
            makeUpDays: [MakeUpDay.WorkedAt(new CivilDate(2021, 3, 6), OtherHours)])),
        ["Closure.From"] = model => Rule(model, Copy(closures: [Closed(8, 10, 11)])),
        ["Closure.To"] = model => Rule(model, Copy(closures: [Closed(8, 9, 10)])),
        ["WeekHours.Monday"] = model => Week(model, week => week with { Monday = OtherHours }),
        ["WeekHours.Tuesday"] = model => Week(model, week => week with { Tuesday = OtherHours }),
        ["WeekHours.Wednesday"] = model => Week(model, week => week with { Wednesday = OtherHours }),
        ["WeekHours.Thursday"] = model => Week(model, week => week with { Thursday = OtherHours }),
        ["WeekHours.Friday"] = model => Week(model, week => week with { Friday = OtherHours }),
        ["WeekHours.Saturday"] = model => Week(model, week => week with { Saturday = OtherHours }),
        ["WeekHours.Sunday"] = model => Week(model, week => week with { Sunday = OtherHours }),
    };

    private static Model Rule(Model model, CalendarRule rule) => model with
    {
        Calendars = new Dictionary<string, CalendarRule>(model.Calendars) { ["office"] = rule },
    };

    private static Model Week(Model model, Func<WeekHours, WeekHours> change) =>
        Rule(model, Copy(week: change(ModelWithAll.Office.Week)));

    /// <summary>A calendar is no record.</summary>
    private static CalendarRule Copy(
        string? name = null, WeekHours? week = null, int? nominalDay = null, CivilDate? first = null,
        CivilDate? last = null, IReadOnlyList<Holiday>? holidays = null,
        IReadOnlyList<MakeUpDay>? makeUpDays = null, IReadOnlyList<Closure>? closures = null)
    {
        var office = ModelWithAll.Office;
        return new CalendarRule
        {
            Name = name ?? office.Name,
            Week = week ?? office.Week,
            NominalDay = nominalDay ?? office.NominalDay,
            FirstDay = first ?? office.FirstDay,
            LastDay = last ?? office.LastDay,
            Holidays = holidays ?? office.Holidays,
            MakeUpDays = makeUpDays ?? office.MakeUpDays,
            Closures = closures ?? office.Closures,
        };
    }

    private static MakeUpDay Worked(int day) =>
        MakeUpDay.WorkedLike(new CivilDate(2021, 3, day), DayOfWeek.Friday);

    private static Closure Closed(int day, int from, int to, string? reason = null) =>
        new(new CivilTime(2021, 3, day, from), new CivilTime(2021, 3, day, to), reason);
}
