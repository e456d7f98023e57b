using Simulator.Kernel.Journal;
using Simulator.Kernel.Office;
using Simulator.Kernel.Time;

namespace Simulator.Tests.Kernel.Checkers;

/// <summary>
/// Where papers for a step wait for an hour of the day, none is taken up between its coming and the next of
/// these hours on a day on which the post works, unless it is urgent enough.
/// </summary>
internal sealed class BatchChecker : IChecker
{
    public IEnumerable<string> Complaints(Evidence evidence)
    {
        foreach (var entry in evidence.Of(EntryKind.StepEnded))
        {
            if (evidence.RuleOf(entry.Body, entry.Step) is { At.Count: > 0, By: not null } rule
                && entry.Started < ComesBefore(evidence, entry, rule))
            {
                yield return $"taken up before the hour: {evidence.InWords(entry)}";
            }
        }
    }

    /// <summary>
    /// When a paper goes before the post for a step: when the step is enabled, or at the hour that it waits for.
    /// <c>null</c>: nothing enabled it.
    /// </summary>
    public static int? ComesBefore(Evidence evidence, in Entry entry, StepRule rule)
    {
        var urgency = evidence.UrgencyOf(entry);
        var cause = evidence.CauseOf(entry);
        return cause is null || rule.At.Count == 0 || urgency >= rule.AtOnceFrom
            ? cause?.Tick
            : HourFrom(
                evidence.Model.Source.Axis, evidence.PostOf(entry.Body, rule.By!.Value).HoursFor(urgency), rule.At,
                cause.Value.Tick);
    }

    /// <summary>Minute by minute, as people would look at the clock on the wall.</summary>
    private static int HourFrom(TimeAxis axis, WorkingCalendar hours, IReadOnlyList<int> at, int from)
    {
        for (var tick = from; ; tick++)
        {
            var clock = axis.ToCivil(new Tick(tick));
            var midnight = axis.ToTick(clock.Date.Midnight).Value;
            if (at.Contains(clock.MinuteOfDay)
                && hours.WorkingBetween(midnight, midnight + CivilTime.MinutesPerDay) > 0)
            {
                return tick;
            }
        }
    }
}
