using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;
using Simulator.Scenarios.Problems;
using Simulator.Scenarios.Reading;

namespace Simulator.Scenarios.Organisation;

/// <summary>
/// Refuses a run that would leave the dates for which the calendars of its bodies are known: nobody can
/// say what a working day is there.
/// </summary>
internal static class CalendarCoverage
{
    private const int MostYears = 1000;

    /// <summary>The names of the calendars that a kind works by.</summary>
    public static IEnumerable<string> CalendarsOf(BodyKind kind) =>
        new Resource[] { kind.Clerk, kind.Leadership, kind.Staff }
            .SelectMany(resource => new[] { resource.Calendar, resource.PiercingCalendar })
            .OfType<string>()
            .Distinct(StringComparer.Ordinal);

    /// <summary>Checks all calendars of the kinds that there are bodies of.</summary>
    public static void Check(Draft draft, IEnumerable<Body> bodies)
    {
        var used = bodies.Select(body => body.Kind).Distinct(StringComparer.Ordinal)
            .SelectMany(kind => CalendarsOf(draft.Kinds[kind]))
            .Distinct(StringComparer.Ordinal);
        foreach (string name in used)
        {
            if (draft.Calendars.TryGetValue(name, out var calendar))
            {
                Check(draft, calendar);
            }
        }
    }

    /// <summary>Checks that closures meet the calendars of a kind.</summary>
    public static void CheckClosures(Draft draft, BodyKind kind, IReadOnlyList<Closure> closures, Place place)
    {
        foreach (var closure in closures.Where(closure => !IsNear(closure.From, draft)))
        {
            draft.Problems.Error(place,
                $"The closure from {closure.From} lies centuries away from the scenario.");
        }

        foreach (string name in CalendarsOf(kind))
        {
            if (draft.Calendars.TryGetValue(name, out var calendar) && !calendar.IsUnlimited
                && closures.FirstOrDefault(closure => closure.To.AddMinutes(-1).Date < calendar.FirstDay
                    || closure.From.Date > calendar.LastDay) is { } outside)
            {
                draft.Problems.Error(
                    place,
                    $"The closure from {outside.From} to {outside.To} lies outside the calendar '{name}', "
                        + $"which covers {calendar.FirstDay} to {calendar.LastDay}.");
            }
        }
    }

    /// <summary>Whether a time is near enough to the start to be told in ticks.</summary>
    public static bool IsNear(CivilTime time, Draft draft) =>
        Math.Abs(time.Year - draft.Axis.Start.Year) <= MostYears;

    private static void Check(Draft draft, CalendarRule calendar)
    {
        foreach (var closure in calendar.Closures.Where(closure => !IsNear(closure.From, draft)))
        {
            draft.Problems.Error(
                draft.Root.Map("calendars").Map(calendar.Name)!.Place,
                $"The closure from {closure.From} lies centuries away from the scenario.");
        }

        if (!draft.KnowsTime || calendar.IsUnlimited || calendar.FirstDay is not { } first
            || calendar.LastDay is not { } last)
        {
            return;
        }

        var start = draft.Axis.Start;
        if (!calendar.Covers(start.Date))
        {
            Report(draft.Root.Scalar("start"), $"The scenario starts on {start.Date}");
        }
        else if (start.Minutes + draft.Until.Minutes > (last.DayNumber + 1L) * CivilTime.MinutesPerDay)
        {
            Report(draft.Root.Scalar("until"), $"The scenario ends after {last}");
        }

        void Report(ScalarNode? node, string what) => draft.Problems.Error(
            node?.Place ?? draft.Root.Place,
            $"{what}, and the calendar '{calendar.Name}' covers {first} to {last}.",
            "Choose a calendar for that time, shorten the run, or extend the calendar.");
    }
}
