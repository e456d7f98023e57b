using System.Globalization;
using Simulator.Analysis.Calibration;

namespace Simulator.Cli.Views;

/// <summary>
/// Observed days against expected ones as a picture of letters: where the law holds, pairs lie along the diagonal. A digit
/// says how many pairs share a place, <c>+</c> ten or more.
/// </summary>
internal static class QuantilePlot
{
    private const int Columns = 48;
    private const int Rows = 12;

    internal static IEnumerable<string> Lines(IReadOnlyList<QuantilePoint> points)
    {
        if (points.Count == 0)
        {
            yield break;
        }

        // Half a day is left on both sides: a day is an interval around its number.
        var longest = Math.Max(1, points.Max(point => Math.Max(point.Observed, point.Expected))) + 0.5;
        int Place(double days, int places) =>
            Math.Clamp((int)((days + 0.5) / (longest + 0.5) * places), 0, places - 1);
        var counts = points.GroupBy(point => (Place(point.Observed, Rows), Place(point.Expected, Columns)))
            .ToDictionary(same => same.Key, same => same.Count());
        for (var row = Rows - 1; row >= 0; row--)
        {
            var letters = Enumerable.Range(0, Columns).Select(column =>
                counts.TryGetValue((row, column), out var count) ? count > 9 ? '+' : (char)('0' + count)
                : column * Rows / Columns == row ? '.' : ' ');
            var days = ((row + 0.5) / Rows * (longest + 0.5)) - 0.5;
            yield return string.Create(
                CultureInfo.InvariantCulture, $"{days,6:0.0} |{string.Concat(letters).TrimEnd()}");
        }

        yield return $"       +{new string('-', Columns)}";
        var end = (longest - 0.5).ToString("0.0", CultureInfo.InvariantCulture);
        yield return $"        0{"days by the law".PadLeft((Columns / 2) + 7).PadRight(Columns - 1 - end.Length)}{end}";
    }
}
