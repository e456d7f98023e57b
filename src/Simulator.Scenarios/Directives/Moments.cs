using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;
using Simulator.Scenarios.Format;
using Simulator.Scenarios.Organisation;
using Simulator.Scenarios.Reading;
using Simulator.Scenarios.Units;

namespace Simulator.Scenarios.Directives;

/// <summary>Reads the moments of directives and turns them into ticks.</summary>
internal sealed class Moments(Draft draft)
{
    private readonly Dictionary<string, WorkingCalendar?> _compiled = new(StringComparer.Ordinal);

    /// <summary>The tick of a time, or <c>null</c> after one beyond reach was reported.</summary>
    /// <param name="time">The time.</param>
    /// <param name="node">Where it is written.</param>
    public Tick? TickOf(CivilTime time, Node node)
    {
        try
        {
            return draft.Axis.ToTick(time);
        }
        catch (ArgumentException fault)
        {
            draft.Problems.Error(node.Place, fault.Message);
            return null;
        }
    }

    /// <summary>When a paper is issued, which must be while the scenario lasts.</summary>
    public Tick? Issue(ScalarNode? node) => Within(node, "is issued", "Issue it");

    /// <summary>When an event happens, which must be while the scenario lasts.</summary>
    public Tick? Happens(ScalarNode? node) => Within(node, "happens", "Let it happen");

    /// <summary>When an intervention begins, which must be while the scenario lasts.</summary>
    public Tick? Begins(ScalarNode? node) => Within(node, "begins", "Let it begin");

    /// <summary>When a directive is recalled, which must be while the scenario lasts.</summary>
    public Tick? Recalled(ScalarNode? node) => Within(node, "is recalled", "Recall it");

    /// <summary>The moment of which a goal asks, which must be while the scenario lasts.</summary>
    /// <param name="time">The moment.</param>
    /// <param name="goal">The goal.</param>
    public Tick? Asked(CivilTime time, ScalarNode goal) => Within(time, goal, "is asked", "Ask it");

    private Tick? Within(ScalarNode? node, string happens, string advice) =>
        node is not null && CivilTime.TryParse(node.Text, out var time) ? Within(time, node, happens, advice) : null;

    private Tick? Within(CivilTime time, ScalarNode node, string happens, string advice)
    {
        if (TickOf(time, node) is not { } tick)
        {
            return null;
        }

        if (!draft.KnowsTime)
        {
            return null;
        }

        if (tick < Tick.Start || tick.Value > draft.Until.Minutes)
        {
            string end = End() is { } last ? $" to {last}" : "";
            draft.Problems.Error(
                node.Place,
                $"It {happens} at {time}, and the scenario lasts from {draft.Axis.Start}{end}.",
                $"{advice} within that time, or change 'start' or 'until'.");
            return null;
        }

        return tick;
    }

    /// <summary>When an assignment is due, given when its paper is issued and who issues it.</summary>
    public Tick? Due(ScalarNode? node, Tick? issued, BodyKind? issuer)
    {
        if (node is null || (Scalars.LooksLikeDate(node.Text) && CalendarReader.EndOf(node.Text) is null))
        {
            return null;
        }

        var due = Scalars.LooksLikeDate(node.Text) ? TickOf(CalendarReader.EndOf(node.Text)!.Value, node)
            : After(node, issued, issuer);
        if (due is { } late && issued is { } from && late < from)
        {
            draft.Problems.Error(node.Place,
                $"It is due at {draft.Axis.ToCivil(late)}, before it is issued.");
            return null;
        }

        return due;
    }

    /// <summary>The first minute that a calendar works on the day that begins at a tick, if any.</summary>
    public Tick? FirstWorkingMinute(Tick midnight, string? calendar)
    {
        if (calendar is null || Compiled(calendar) is not { } compiled)
        {
            return calendar is null ? midnight : null;
        }

        int open = compiled.NextOpen(midnight.Value);
        return open < midnight.Value + CivilTime.MinutesPerDay ? new Tick(open) : null;
    }

    private Tick? After(ScalarNode node, Tick? issued, BodyKind? issuer)
    {
        if (SpanText.Parse(node.Text, SpanUnits.Either).Amount is not { } amount || issued is not { } from)
        {
            return null;
        }

        string? calendar = issuer?.Clerk.Calendar;
        int minutes = amount.WholeMinutes(draft.NominalDay(calendar));
        if (!amount.IsWorking || calendar is null)
        {
            return from + new TickSpan(minutes);
        }

        if (Compiled(calendar) is not { } compiled)
        {
            return null;
        }

        int due = compiled.AddWorking(from.Value, minutes);
        if (due == int.MaxValue)
        {
            draft.Problems.Error(node.Place,
                $"{node.Text} after the issue lies beyond the calendar '{calendar}'.");
            return null;
        }

        return new Tick(due);
    }

    private WorkingCalendar? Compiled(string name)
    {
        if (!_compiled.TryGetValue(name, out var compiled))
        {
            bool sound = draft.Calendars.TryGetValue(name, out var rule)
                && !rule.Problems().Any() && rule.Covers(draft.Axis.Start.Date);
            _compiled[name] = compiled = sound ? WorkingCalendar.Compile(rule!, draft.Axis) : null;
        }

        return compiled;
    }

    private CivilTime? End()
    {
        try
        {
            return draft.Axis.Start.AddMinutes(draft.Until.Minutes);
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}
