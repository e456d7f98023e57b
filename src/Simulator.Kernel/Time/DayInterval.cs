using System.Globalization;

namespace Simulator.Kernel.Time;

/// <summary>
/// A part of a day in which an office works, from <see cref="From"/> until before <see cref="To"/>.
/// </summary>
/// <remarks><c>default</c> is no interval, and <see cref="WorkingHours"/> refuses it.</remarks>
public readonly record struct DayInterval
{
    /// <summary>The interval between two minutes of a day.</summary>
    /// <param name="from">The first minute of work, 0 to 1439 minutes after 00:00.</param>
    /// <param name="to">The first minute after work, 1 to 1440 (24:00) minutes after 00:00.</param>
    /// <exception cref="ArgumentException">
    /// The interval is empty, turned round or leaves the day. Hours over midnight are two intervals, one on
    /// each day.
    /// </exception>
    public DayInterval(int from, int to)
    {
        if (from < 0 || to > CivilTime.MinutesPerDay)
        {
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture,
                $"Working hours lie between minute 0 (00:00) and 1440 (24:00); {from} to {to} do not."));
        }

        if (from >= to)
        {
            throw new ArgumentException(
                $"Working hours end after they begin, and {Clock(from)}-{Clock(to)} do not; "
                + "hours over midnight are two intervals, until 24:00 and from 00:00 of the next day.");
        }

        From = from;
        To = to;
    }

    /// <summary>The first minute of work, minutes after 00:00.</summary>
    public int From { get; }

    /// <summary>The first minute after work, minutes after 00:00; 1440 is the end of the day.</summary>
    public int To { get; }

    /// <summary>The interval as clock times, <c>07:30-11:30</c>.</summary>
    public override string ToString() => $"{Clock(From)}-{Clock(To)}";

    private static string Clock(int minute) =>
        string.Create(CultureInfo.InvariantCulture, $"{minute / 60:D2}:{minute % 60:D2}");
}
