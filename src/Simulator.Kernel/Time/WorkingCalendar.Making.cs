namespace Simulator.Kernel.Time;

/// <content>How calendars are made: compiled from a rule, or from one another.</content>
public sealed partial class WorkingCalendar
{
    /// <summary>Compiles a rule, with the closures of one body beside the rule's own.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="axis">Where ticks lie in civil time. The start must be covered.</param>
    /// <param name="closures">More closures; each must meet the coverage, and is cut to it.</param>
    /// <exception cref="ArgumentException">
    /// The rule has problems, a closure lies outside the coverage, or the scenario starts outside it.
    /// </exception>
    public static WorkingCalendar Compile(
        CalendarRule rule, TimeAxis axis, params IEnumerable<Closure> closures)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(axis);
        Closure[] more = [.. closures];
        rule.Validate();
        if (rule.ProblemsOfClosures(more).FirstOrDefault() is { } problem)
        {
            throw new ArgumentException(problem);
        }

        if (!rule.Covers(axis.Start.Date))
        {
            throw new ArgumentException(
                $"The calendar '{rule.Name}' covers {rule.FirstDay} to {rule.LastDay}, and the scenario "
                + $"starts at {axis.Start}. Choose a calendar for that year, or extend this one.");
        }

        return new WorkingCalendar(
            rule.Name,
            rule.NominalDay,
            axis,
            CalendarCompiler.Coverage(rule, axis),
            CalendarCompiler.Openings(rule, axis, more));
    }

    /// <summary>
    /// Regular hours or piercing hours: when a server works that holds an urgent paper which pierces the
    /// calendar. Open wherever either is; the nominal day stays this calendar's.
    /// </summary>
    /// <remarks>
    /// Covered where both are, except that hours round the clock without limit stay so. Closures that bind
    /// urgent papers too must have been compiled into both.
    /// </remarks>
    /// <exception cref="ArgumentException">The two share no covered tick, or not the axis.</exception>
    public WorkingCalendar Extended(WorkingCalendar piercing)
    {
        ArgumentNullException.ThrowIfNull(piercing);
        var coverage = _alwaysOpen || piercing._alwaysOpen ? TickIntervals.All[0] : CommonCoverage(piercing);
        var either = TickIntervals.Union(_open.Concat(piercing._open));
        return Derived($"{Name} or {piercing.Name}", piercing, coverage, either);
    }

    /// <summary>
    /// The hours that two calendars share, such as those of an office and of someone who is there part of
    /// the week. Open where both are; the nominal day stays this calendar's.
    /// </summary>
    /// <exception cref="ArgumentException">The two share no covered tick, or not the axis.</exception>
    public WorkingCalendar Intersect(WorkingCalendar other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var both = TickIntervals.Intersection(_open, other._open);
        return Derived($"{Name} and {other.Name}", other, CommonCoverage(other), both);
    }

    /// <summary>
    /// These hours without some stretches of time, which may overlap or lie outside the coverage.
    /// </summary>
    public WorkingCalendar Except(params IEnumerable<TickInterval> closed) =>
        new(Name, NominalDay, _axis, _coverage, TickIntervals.Difference(_open, closed));

    /// <summary>Refuses a run from tick 0 until before a tick that the calendar does not cover.</summary>
    /// <exception cref="ArgumentException">Part of the run lies outside the coverage.</exception>
    public void RequireCoverage(Tick until)
    {
        if (_coverage.From > 0 || _coverage.To < until.Value)
        {
            var axis = _axis!;
            var last = axis.ToCivil(new Tick(_coverage.To)).AddMinutes(-1).Date;
            throw new ArgumentException(
                $"The calendar '{Name}' covers {axis.ToCivil(new Tick(_coverage.From)).Date} to {last}, and "
                + $"the run lasts from {axis.Start} until {axis.ToCivil(until)}. Shorten the run, or extend the "
                + "calendar.");
        }
    }

    private TickInterval CommonCoverage(WorkingCalendar other)
    {
        var common = TickIntervals.Intersection([_coverage], [other._coverage]);
        return common.Length > 0
            ? common[0]
            : throw new ArgumentException($"The calendars '{Name}' and '{other.Name}' have no day in common.");
    }

    private WorkingCalendar Derived(
        string name, WorkingCalendar other, TickInterval coverage, TickInterval[] open)
    {
        if (_axis is not null && other._axis is not null && _axis != other._axis)
        {
            throw new ArgumentException(
                $"The calendars '{Name}' and '{other.Name}' count ticks from different starts.");
        }

        var covered = TickIntervals.Intersection(open, [coverage]);
        return new WorkingCalendar(name, NominalDay, _axis ?? other._axis, coverage, covered);
    }
}
