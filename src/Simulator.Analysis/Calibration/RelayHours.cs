using Simulator.Kernel.Time;

namespace Simulator.Analysis.Calibration;

/// <summary>
/// When relays of one urgency are worked on: what turns dates into minutes. Papers bear no hour, so the upper one is
/// taken to leave at any moment of its day's hours, each as likely as the next.
/// </summary>
public sealed class RelayHours
{
    /// <summary>In so many equal parts the hours of a day are cut; the middle of each stands for it.</summary>
    internal const int StartsOfADay = 24;

    private readonly TimeAxis axis;
    private readonly WorkingCalendar hours;
    private readonly WorkingCalendar duty;

    /// <summary>The hours of an office.</summary>
    /// <param name="axis">Turns dates into ticks; its start is not after the first date.</param>
    /// <param name="hours">The hours in which such a relay is worked on.</param>
    /// <param name="duty">The hours in which a paper can leave on a day on which those are shut.</param>
    public RelayHours(TimeAxis axis, WorkingCalendar hours, WorkingCalendar duty)
    {
        ArgumentNullException.ThrowIfNull(axis);
        ArgumentNullException.ThrowIfNull(hours);
        ArgumentNullException.ThrowIfNull(duty);
        this.axis = axis;
        this.hours = hours;
        this.duty = duty;
    }

    /// <summary>The last day for which the hours are known.</summary>
    public CivilDate LastDay => hours.Coverage.To == int.MaxValue
        ? CivilDate.Last
        : axis.ToCivil(new Tick(hours.Coverage.To)).AddMinutes(-1).Date;

    /// <summary>Whether anything is worked on a day; in elapsed time, always.</summary>
    public bool IsWorked(TimeBasis basis, CivilDate day) =>
        Minutes(basis, EndOf(day) - CivilTime.MinutesPerDay, EndOf(day)) > 0;

    /// <summary>The first tick after a day.</summary>
    internal int EndOf(CivilDate day) => axis.ToTick(day.Midnight).Value + CivilTime.MinutesPerDay;

    /// <summary>The minutes that count between two ticks.</summary>
    internal int Minutes(TimeBasis basis, int from, int to) =>
        basis == TimeBasis.Elapsed ? to - from : hours.WorkingBetween(from, to);

    /// <summary>The moments at which a paper of a day is taken to leave.</summary>
    internal int[] Starts(CivilDate day)
    {
        var begin = EndOf(day) - CivilTime.MinutesPerDay;
        var calendar = new[] { hours, duty, WorkingCalendar.AlwaysOpen }
            .First(each => each.WorkingBetween(begin, EndOf(day)) > 0);
        var open = calendar.WorkingBetween(begin, EndOf(day));
        return
        [
            .. Enumerable.Range(0, StartsOfADay).Select(part => calendar.AddWorking(
                begin, Math.Max(1, (int)((part + 0.5) * open / StartsOfADay)))),
        ];
    }
}
