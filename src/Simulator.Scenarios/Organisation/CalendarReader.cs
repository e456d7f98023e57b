using Simulator.Kernel.Time;
using Simulator.Scenarios.Problems;
using Simulator.Scenarios.Reading;
using Simulator.Scenarios.Units;

namespace Simulator.Scenarios.Organisation;

/// <summary>Reads the working calendars.</summary>
internal static class CalendarReader
{
    private const int LongestCoverage = 36_600;
    private const long LongestClosure = 3660L * CivilTime.MinutesPerDay;

    /// <summary>Reads them all into the draft.</summary>
    public static void ReadInto(Draft draft)
    {
        foreach (var (name, value) in draft.Root.Entries("calendars"))
        {
            if (value is MapNode map && Read(name.Text, map, draft.Problems) is { } rule)
            {
                draft.Calendars[name.Text] = rule;
                foreach (string problem in rule.Problems())
                {
                    draft.Problems.Error(name.Place, problem);
                }
            }
        }
    }

    /// <summary>The closures in a list of pairs of times.</summary>
    public static IReadOnlyList<Closure> Closures(Node? node, ProblemList problems)
    {
        var closures = new List<Closure>();
        foreach (var pair in (node as ListNode)?.Items.OfType<ListNode>() ?? [])
        {
            if (pair.Items is [ScalarNode from, ScalarNode to]
                && CivilTime.TryParse(from.Text, out var first) && EndOf(to.Text) is { } last)
            {
                if (first < last && last.Minutes - first.Minutes <= LongestClosure)
                {
                    closures.Add(new Closure(first, last));
                }
                else if (first < last)
                {
                    problems.Error(pair.Place, "The closure is longer than ten years.");
                }
                else
                {
                    problems.Error(pair.Place,
                        $"The closure ends before it begins: {from.Text} to {to.Text}.");
                }
            }
        }

        return closures;
    }

    /// <summary>A time as the end of something: a date alone is its 24:00.</summary>
    public static CivilTime? EndOf(string text)
    {
        if (!CivilTime.TryParse(text, out var time))
        {
            return null;
        }

        return text.Length > 10 || time.Date == CivilDate.Last ? time
            : time.AddMinutes(CivilTime.MinutesPerDay);
    }

    private static CalendarRule? Read(string name, MapNode map, ProblemList problems)
    {
        var covers = map.Items("covers").OfType<ScalarNode>()
            .Select(date => CivilDate.TryParse(date.Text, out var day) ? day : (CivilDate?)null)
            .ToList();
        var day = SpanText.Parse(map.Text("working-day") ?? "", SpanUnits.Elapsed).Amount;
        if (Week(map, problems) is not { } week || day is not { } nominal || covers.Any(date => date is null))
        {
            return null;
        }

        if (covers is [{ } first, { } last] && last.DayNumber - first.DayNumber > LongestCoverage)
        {
            problems.Error(map["covers"]!.Place, "A calendar covers at most a hundred years.");
            return null;
        }

        return new CalendarRule
        {
            Name = name,
            Week = week,
            NominalDay = nominal.WholeMinutes(0),
            FirstDay = covers.ElementAtOrDefault(0),
            LastDay = covers.ElementAtOrDefault(1),
            Holidays = Holidays(map),
            MakeUpDays = MakeUpDays(map, problems),
            Closures = Closures(map["closed"], problems),
        };
    }

    private static WeekHours? Week(MapNode map, ProblemList problems)
    {
        var hours = new WorkingHours?[7];
        foreach (var (key, value) in map.Entries("hours"))
        {
            var worked = Hours(value, problems);
            foreach (var day in HoursText.DaysOf(key.Text))
            {
                if (hours[(int)day] is not null)
                {
                    problems.Error(key.Place, $"The hours of {day} are there already.",
                        "Say them once for each day.");
                }

                hours[(int)day] = worked ?? WorkingHours.None;
            }
        }

        WorkingHours Of(DayOfWeek day) => hours[(int)day] ?? WorkingHours.None;
        return new WeekHours
        {
            Monday = Of(DayOfWeek.Monday),
            Tuesday = Of(DayOfWeek.Tuesday),
            Wednesday = Of(DayOfWeek.Wednesday),
            Thursday = Of(DayOfWeek.Thursday),
            Friday = Of(DayOfWeek.Friday),
            Saturday = Of(DayOfWeek.Saturday),
            Sunday = Of(DayOfWeek.Sunday),
        };
    }

    private static WorkingHours? Hours(Node node, ProblemList problems)
    {
        var intervals = node.Scalars().Select(each => HoursText.Parse(each.Text).Hours).OfType<DayInterval>();
        try
        {
            return new WorkingHours([.. intervals]);
        }
        catch (ArgumentException fault)
        {
            problems.Error(node.Place, fault.Message);
            return null;
        }
    }

    private static List<Holiday> Holidays(MapNode map)
    {
        var holidays = new List<Holiday>();
        foreach (var (date, label) in map.Entries("holidays"))
        {
            if (CivilDate.TryParse(date.Text, out var day))
            {
                string name = Draft.TextOf(label).In("vi");
                holidays.Add(new Holiday(day, name.Length > 0 ? name : null));
            }
        }

        foreach (var date in map.Items("holidays").OfType<ScalarNode>())
        {
            if (CivilDate.TryParse(date.Text, out var day))
            {
                holidays.Add(new Holiday(day));
            }
        }

        return holidays;
    }

    private static List<MakeUpDay> MakeUpDays(MapNode map, ProblemList problems)
    {
        var days = new List<MakeUpDay>();
        foreach (var (key, value) in map.Entries("make-up"))
        {
            if (!CivilDate.TryParse(key.Text, out var date))
            {
                continue;
            }

            if (value is ScalarNode like && HoursText.DaysOf(like.Text) is [var day])
            {
                days.Add(MakeUpDay.WorkedLike(date, day));
            }
            else if (value is ListNode && Hours(value, problems) is { } hours)
            {
                days.Add(MakeUpDay.WorkedAt(date, hours));
            }
        }

        return days;
    }
}
