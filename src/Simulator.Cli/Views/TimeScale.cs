using Simulator.Kernel.Time;

namespace Simulator.Cli.Views;

/// <summary>A stretch of a run laid out over columns of text, with dates below.</summary>
/// <param name="axis">The axis of the run.</param>
/// <param name="from">The first tick.</param>
/// <param name="to">The last tick, later than the first.</param>
/// <param name="columns">How many columns.</param>
internal sealed class TimeScale(TimeAxis axis, int from, int to, int columns)
{
    private const int Gap = 2;

    private static readonly int[] _steps =
        [15, 30, 60, 180, 360, 720, 1440, 2 * 1440, 5 * 1440, 10 * 1440, 20 * 1440, 40 * 1440, 80 * 1440, 160 * 1440, 400 * 1440];

    /// <summary>The last tick of a column, which is what the column shows.</summary>
    internal int EndOf(int column) => from + (int)((long)(to - from) * (column + 1) / columns);

    /// <summary>By column the number that is shown there.</summary>
    internal double[] Resample(Func<int, double> at) => [.. Enumerable.Range(0, columns).Select(column => at(EndOf(column)))];

    /// <summary>The line of marks and the line of dates; behind dates without an hour stands midnight.</summary>
    internal (string Marks, string Dates) Below()
    {
        var step = _steps.FirstOrDefault(
            each => (long)each * columns / (to - from) >= (each % 1440 == 0 ? "03-01" : "03-01 07:00").Length + Gap, _steps[^1]);
        var (marks, dates) = (new char[columns], new char[columns + 12]);
        Array.Fill(marks, '─');
        Array.Fill(dates, ' ');
        var start = axis.Start.Minutes;
        var first = ((start + from + step - 1) / step) * step;
        for (var minute = first; minute <= start + to; minute += step)
        {
            var column = (int)((minute - start - from) * columns / (to - from));
            var time = axis.Start.AddMinutes(minute - start);
            var text = step % 1440 == 0 ? time.ToString()[5..10] : time.ToString()[5..16].Replace('T', ' ');
            if (column < columns)
            {
                marks[column] = '┴';
                text.CopyTo(0, dates, column, Math.Min(text.Length, dates.Length - column));
            }
        }

        return (new string(marks), new string(dates).TrimEnd());
    }
}
