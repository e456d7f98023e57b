using Simulator.Kernel.Time;
using Simulator.Scenarios.Format;
using Simulator.Scenarios.Problems;
using Simulator.Scenarios.Reading;

namespace Simulator.Scenarios.Organisation;

/// <summary>
/// Reads working hours (<c>07:30-11:30</c>) and days of the week (<c>mon</c>, <c>mon-fri</c>).
/// </summary>
internal static class HoursText
{
    /// <summary>Why a text is no stretch of hours; <c>null</c> if it is one.</summary>
    public static string? Problem(string text) => Parse(text).Problem;

    /// <summary>Why a text names no days of the week; <c>null</c> if it does.</summary>
    public static string? DaysProblem(string text)
    {
        if (DaysOf(text).Count > 0)
        {
            return null;
        }

        string? nearest = NearestName.Of(text, CalendarFormat.Days);
        string hint = nearest is null ? "" : $" Did you mean '{nearest}'?";
        return $"'{ScalarNode.Excerpt(text)}' is no day of the week; "
            + $"write mon, or mon-fri for several.{hint}";
    }

    /// <summary>Why a text is no hour of the day; <c>null</c> if it is one.</summary>
    public static string? HourProblem(string text) => HourOf(text) is null
        ? $"'{ScalarNode.Excerpt(text)}' is no hour of the day; write it like 16:30."
        : null;

    /// <summary>The minute of the day of an hour such as <c>16:30</c>; <c>null</c> if it is none.</summary>
    public static int? HourOf(string text) =>
        text.Length == 5 && Minute(text) is { } minute && minute < CivilTime.MinutesPerDay ? minute : null;

    /// <summary>The hours, or a sentence that says why there are none.</summary>
    public static (DayInterval? Hours, string? Problem) Parse(string text)
    {
        if (text is not { Length: 11 } || text[5] != '-'
            || Minute(text.AsSpan(0, 5)) is not { } from || Minute(text.AsSpan(6)) is not { } to)
        {
            return (null, $"'{ScalarNode.Excerpt(text)}' are no working hours; write them like 07:30-11:30.");
        }

        try
        {
            return (new DayInterval(from, to), null);
        }
        catch (ArgumentException fault)
        {
            return (null, fault.Message);
        }
    }

    /// <summary>The days of the week that a text names; none if it names none.</summary>
    public static IReadOnlyList<DayOfWeek> DaysOf(string text)
    {
        string[] ends = text.Split('-');
        int first = Day(ends[0]);
        int last = Day(ends[^1]);
        return ends.Length <= 2 && first >= 0 && last >= first
            ? [.. Enumerable.Range(first, last - first + 1).Select(day => (DayOfWeek)((day + 1) % 7))]
            : [];
    }

    private static int Day(string word)
    {
        for (int i = 0; i < CalendarFormat.Days.Count; i++)
        {
            if (CalendarFormat.Days[i] == word)
            {
                return i;
            }
        }

        return -1;
    }

    private static int? Minute(ReadOnlySpan<char> clock)
    {
        bool shaped = char.IsAsciiDigit(clock[0]) && char.IsAsciiDigit(clock[1]) && clock[2] == ':'
            && char.IsAsciiDigit(clock[3]) && char.IsAsciiDigit(clock[4]);
        if (!shaped)
        {
            return null;
        }

        int hour = ((clock[0] - '0') * 10) + (clock[1] - '0');
        int minute = ((clock[3] - '0') * 10) + (clock[4] - '0');
        return minute < 60 && (hour < 24 || (hour == 24 && minute == 0)) ? (hour * 60) + minute : null;
    }
}
