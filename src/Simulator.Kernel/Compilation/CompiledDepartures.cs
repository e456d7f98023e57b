using Simulator.Kernel.Journal;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;

namespace Simulator.Kernel.Compilation;

/// <summary>The moments at which papers leave by a channel, laid out in ticks.</summary>
public sealed class CompiledDepartures
{
    private readonly int[] moments;
    private readonly int[] at;
    private readonly int day; // of the week, or -1
    private readonly WorkingCalendar days;
    private readonly int start; // the minute of the day at tick 0
    private readonly int firstDay; // the day of the week of tick 0

    private CompiledDepartures(DepartureRule rule, Model model)
    {
        moments = [.. rule.Moments.Select(moment => model.Axis.ToTick(moment).Value).Distinct().Order()];
        at = [.. rule.At.Distinct().Order()];
        day = rule.Day is { } only ? (int)only : -1;
        days = rule.Calendar is null ? WorkingCalendar.AlwaysOpen
            : model.Calendars.TryGetValue(rule.Calendar, out var calendar)
                ? WorkingCalendar.Compile(calendar, model.Axis, [])
                : throw new ModelException($"There is no calendar '{rule.Calendar}'.");
        start = model.Axis.Start.MinuteOfDay;
        firstDay = (int)model.Axis.Start.DayOfWeek;
    }

    /// <summary>
    /// The first moment from a tick on at which papers leave: the tick itself if it is one,
    /// <see cref="int.MaxValue"/> if there is none.
    /// </summary>
    public int NextFrom(int tick)
    {
        if (at.Length == 0)
        {
            var place = Array.BinarySearch(moments, tick);
            place = place < 0 ? ~place : place;
            return place < moments.Length ? moments[place] : int.MaxValue;
        }

        long midnight = tick - ((tick + start) % CivilTime.MinutesPerDay);
        while (midnight < int.MaxValue - CivilTime.MinutesPerDay)
        {
            var open = days.NextOpen((int)midnight);
            if (open >= midnight + CivilTime.MinutesPerDay)
            {
                if (open == int.MaxValue)
                {
                    break;
                }

                midnight = open - ((open + start) % CivilTime.MinutesPerDay);
                continue;
            }

            if (day < 0 || DayOfWeek((int)midnight) == day)
            {
                foreach (var minute in at)
                {
                    if (midnight + minute >= tick)
                    {
                        return (int)midnight + minute;
                    }
                }
            }

            midnight += CivilTime.MinutesPerDay;
        }

        return int.MaxValue;
    }

    /// <exception cref="ModelException">An hour is none, or there is neither an hour nor a moment.</exception>
    internal static CompiledDepartures? Of(DepartureRule? rule, Model model) =>
        rule is null ? null
        : rule.At.Any(minute => minute is < 0 or >= CivilTime.MinutesPerDay) || rule.At.Count + rule.Moments.Count == 0
            ? throw new ModelException("Papers leave at minutes of the day, 0 to 1439, or at moments, and there is none.")
            : new CompiledDepartures(rule, model);

    internal void AddTo(ref Hash128 hash)
    {
        hash.Add([.. moments]);
        hash.Add([.. at]);
        hash.Add(day, at.Length == 0 ? 0 : start);
        foreach (var opening in at.Length == 0 ? [] : days.Openings)
        {
            hash.Add(opening.From, opening.To);
        }
    }

    private int DayOfWeek(int midnight) =>
        (int)((((((long)midnight + start) / CivilTime.MinutesPerDay) + firstDay) % 7 + 7) % 7);
}
