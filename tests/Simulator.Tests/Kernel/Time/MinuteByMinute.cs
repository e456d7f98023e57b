using Simulator.Kernel.Time;

namespace Simulator.Tests.Kernel.Time;

/// <summary>
/// A calendar that looks at every minute on its own and counts by stepping, with the base library's dates:
/// slow, and simple enough to be believed.
/// </summary>
internal sealed class MinuteByMinute
{
    private readonly bool[] _open;

    public MinuteByMinute(CalendarCase calendar)
    {
        var rule = calendar.Rule;
        var first = Date(rule.FirstDay!.Value);
        From = (int)(first - Moment(calendar.Axis.Start)).TotalMinutes;
        _open = new bool[(int)(Date(rule.LastDay!.Value).AddDays(1) - first).TotalMinutes];
        Closure[] closures = [.. rule.Closures, .. calendar.BodyClosures];
        var closed = closures.Select(closure => (From: Moment(closure.From), To: Moment(closure.To))).ToList();
        var holidays = rule.Holidays.Select(holiday => Date(holiday.Date)).ToHashSet();
        var makeUps = rule.MakeUpDays.ToDictionary(day => Date(day.Date));
        for (int i = 0; i < _open.Length; i++)
        {
            var now = first.AddMinutes(i);
            var hours = holidays.Contains(now.Date) ? WorkingHours.None
                : makeUps.TryGetValue(now.Date, out var day) ? day.Hours ?? rule.Week[day.Like!.Value]
                : rule.Week[now.DayOfWeek];
            int minute = (now.Hour * 60) + now.Minute;
            _open[i] = hours.Intervals.Any(interval => interval.From <= minute && minute < interval.To)
                && !closed.Any(closure => closure.From <= now && now < closure.To);
        }
    }

    /// <summary>The first covered tick.</summary>
    public int From { get; }

    /// <summary>The first tick after the coverage.</summary>
    public int To => From + _open.Length;

    public bool IsOpen(int tick) => tick >= From && tick < To && _open[tick - From];

    public int NextOpen(int tick)
    {
        while (tick < To && !IsOpen(tick))
        {
            tick++;
        }

        return tick < To ? tick : int.MaxValue;
    }

    public int Close(int tick)
    {
        while (IsOpen(tick))
        {
            tick++;
        }

        return tick;
    }

    public int AddWorking(int start, int minutes)
    {
        int tick = start;
        for (int left = minutes; left > 0; tick++)
        {
            if (tick >= To)
            {
                return int.MaxValue;
            }

            left -= IsOpen(tick) ? 1 : 0;
        }

        return tick;
    }

    public int WorkingBetween(int from, int to)
    {
        int minutes = 0;
        for (int tick = from; tick < to; tick++)
        {
            minutes += IsOpen(tick) ? 1 : 0;
        }

        return minutes;
    }

    private static DateTime Date(CivilDate date) => new(date.Year, date.Month, date.Day);

    private static DateTime Moment(CivilTime time) => DateTime.MinValue.AddMinutes(time.Minutes);
}
