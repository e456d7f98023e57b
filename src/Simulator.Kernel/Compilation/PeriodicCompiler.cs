using Simulator.Kernel.Documents;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;

namespace Simulator.Kernel.Compilation;

/// <summary>Lays out the days and hours of periodic reports.</summary>
internal sealed class PeriodicCompiler(Model model)
{
    private int count;

    /// <summary>The periodic reports of a directive; <c>null</c> where it asks for none.</summary>
    internal CompiledPeriodic? Compile(Directive directive, Body issuer)
    {
        if (directive.Periodic is not { } rule)
        {
            return null;
        }

        var (figuresAt, dueAt) = Hours(directive.Id, rule);
        return new CompiledPeriodic(count++, [.. DaysOf(directive, rule, issuer)], figuresAt, dueAt);
    }

    /// <summary>Up from the lowest level: each closes its figures when those below it are due.</summary>
    private (int[] FiguresAt, int[] DueAt) Hours(string id, PeriodicReport rule)
    {
        var figuresAt = Enumerable.Repeat(-1, model.Levels.Count).ToArray();
        var dueAt = (int[])figuresAt.Clone();
        var hour = rule.Figures;
        for (var level = model.Levels.Count - 1; level >= 0; level--)
        {
            if (rule.Due.TryGetValue(model.Levels[level], out var due))
            {
                if (hour is < 0 or >= CivilTime.MinutesPerDay || due <= hour || due > CivilTime.MinutesPerDay)
                {
                    throw new ModelException(
                        $"In the periodic reports of '{id}' each level's hour must come after that of the level "
                        + $"below, within one day: '{model.Levels[level]}' does not.");
                }

                (figuresAt[level], dueAt[level], hour) = (hour, due, due);
            }
        }

        return (figuresAt, dueAt);
    }

    private List<int> DaysOf(Directive directive, PeriodicReport rule, Body issuer)
    {
        const int day = CivilTime.MinutesPerDay;
        if (rule.Every.Minutes < day || rule.Every.Minutes % day != 0)
        {
            throw new ModelException($"The periodic reports of '{directive.Id}' must be whole days apart.");
        }

        var works = rule.WorkingDaysOnly ? WorkingCalendarOf(issuer) : WorkingCalendar.AlwaysOpen;
        var date = rule.First ?? model.Axis.ToCivil(directive.Issued).Date;
        var lastDay = model.Axis.ToCivil(new Tick(model.Until.Minutes)).Date;
        var last = rule.Until ?? lastDay.AddDays(CompiledPeriodic.MostReports * (rule.Every.Minutes / day));
        var days = new List<int>();
        for (; date <= last; date = date.AddDays(rule.Every.Minutes / day))
        {
            var midnight = model.Axis.ToTick(date.Midnight).Value;
            if (works.NextOpen(midnight) >= midnight + day)
            {
                continue;
            }

            if (days.Count == CompiledPeriodic.MostReports)
            {
                if (rule.Until is null && date > lastDay)
                {
                    break;
                }

                throw new ModelException(
                    $"'{directive.Id}' asks for more than {CompiledPeriodic.MostReports} periodic reports.");
            }

            days.Add(midnight);
        }

        return days;
    }

    private WorkingCalendar WorkingCalendarOf(Body issuer)
    {
        var name = model.Kinds.First(kind => kind.Id == issuer.Kind).Clerk.Calendar;
        return name is null ? WorkingCalendar.AlwaysOpen
            : model.Calendars.TryGetValue(name, out var rule)
                ? WorkingCalendar.Compile(rule, model.Axis, issuer.Closures)
            : throw new ModelException($"There is no calendar '{name}'.");
    }
}
