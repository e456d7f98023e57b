using Simulator.Kernel.Documents;
using Simulator.Kernel.Journal;
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
            if (evidence.RuleOf(entry.Body, entry.Step) is not { At.Count: > 0, By: { } by } rule
                || evidence.CauseOf(entry) is not { } cause)
            {
                continue;
            }

            var urgency = evidence.UrgencyOf(entry);
            var hours = evidence.Model.Offices[evidence.Model.FactsOf(evidence.IndexOf(entry.Body)).Office]
                .All[(int)by].HoursFor(urgency);
            if (!(urgency >= rule.AtOnceFrom)
                && entry.Started < HourFrom(evidence.Model.Source.Axis, hours, rule.At, cause.Tick))
            {
                yield return $"taken up before the hour: {evidence.InWords(entry)}";
            }
        }
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
