namespace Simulator.Kernel.Time;

/// <summary>
/// Lays a <see cref="CalendarRule"/> out on a <see cref="TimeAxis"/>, day by day over the whole coverage
/// and never only until a run's end, so that no result depends on how long a run lasts.
/// </summary>
internal static class CalendarCompiler
{
    /// <summary>The ticks for which the rule is known.</summary>
    public static TickInterval Coverage(CalendarRule rule, TimeAxis axis) =>
        rule is { FirstDay: { } first, LastDay: { } last }
            ? new TickInterval(
                axis.ToTick(first.Midnight).Value,
                checked(axis.ToTick(last.Midnight).Value + CivilTime.MinutesPerDay))
            : TickIntervals.All[0];

    /// <summary>The open intervals of a rule without problems, less its closures and some more.</summary>
    public static TickInterval[] Openings(CalendarRule rule, TimeAxis axis, IEnumerable<Closure> closures)
    {
        var open = rule.IsUnlimited ? TickIntervals.All : TickIntervals.Union(Hours(rule, axis));
        var closed = rule.Closures.Concat(closures).Select(closure => Ticks(closure, axis));
        return TickIntervals.Difference(open, closed);
    }

    private static TickInterval Ticks(Closure closure, TimeAxis axis) =>
        new(axis.ToTick(closure.From).Value, axis.ToTick(closure.To).Value);

    private static IEnumerable<TickInterval> Hours(CalendarRule rule, TimeAxis axis)
    {
        var holidays = rule.Holidays.Select(holiday => holiday.Date).ToHashSet();
        var makeUpDays = rule.MakeUpDays.ToDictionary(day => day.Date, day => day.HoursIn(rule.Week));
        for (var date = rule.FirstDay!.Value; date <= rule.LastDay!.Value; date = date.AddDays(1))
        {
            if (holidays.Contains(date))
            {
                continue;
            }

            int midnight = axis.ToTick(date.Midnight).Value;
            var hours = makeUpDays.GetValueOrDefault(date) ?? rule.Week[date.DayOfWeek];
            foreach (var interval in hours.Intervals)
            {
                yield return new TickInterval(midnight + interval.From, midnight + interval.To);
            }
        }
    }
}
