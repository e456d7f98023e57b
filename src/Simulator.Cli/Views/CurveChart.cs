namespace Simulator.Cli.Views;

/// <summary>
/// Shares over time as a picture of letters: areas that lie in or on one another, the first at the bottom, each with a letter
/// of its own, so that it is read without colour.
/// </summary>
internal static class CurveChart
{
    private const int Rows = 10;
    private const string Strips = "▁▂▃▄▅▆▇";

    /// <summary>Left of every line, for the share that it stands at.</summary>
    internal const int Margin = 8;

    /// <summary>Areas, and a line drawn over them.</summary>
    /// <param name="areas">
    /// From the bottom up: the letter of an area, and by column up to which share, 0 to 1, it reaches; never below the one before.
    /// </param>
    /// <param name="mark">The letter of the line.</param>
    /// <param name="line">By column the share at which it runs; empty: there is none.</param>
    internal static IEnumerable<string> Lines(IReadOnlyList<(char Letter, double[] Upto)> areas, char mark, double[] line)
    {
        var columns = areas[0].Upto.Length;
        for (var row = Rows; row >= 1; row--)
        {
            var letters = Enumerable.Range(0, columns).Select(column =>
                line.Length > 0 && RowOf(line[column]) == row ? mark
                : areas.FirstOrDefault(area => RowOf(area.Upto[column]) >= row).Letter is var letter && letter != default ? letter : ' ');
            var share = row % 5 == 0 ? $"{row * 100 / Rows} %" : "";
            yield return $"{share,Margin - 2} ┤{string.Concat(letters).TrimEnd()}";
        }
    }

    /// <summary>The lines below: where time goes.</summary>
    internal static IEnumerable<string> Axis(TimeScale scale)
    {
        var (marks, dates) = scale.Below();
        yield return $"{"",Margin - 1}└{marks}";
        yield return $"{"",Margin}{dates}";
    }

    /// <summary>One share over time in one line: a full block is all, and nothing else is.</summary>
    internal static string Strip(double[] shares) => string.Concat(shares.Select(share =>
        share <= 0 ? ' ' : share >= 1 ? '█' : Strips[Math.Min((int)(share * Strips.Length), Strips.Length - 1)]));

    /// <summary>The row that a share reaches, from below, to the nearest; whoever there is at all is seen.</summary>
    private static int RowOf(double share) => share <= 0 ? 0 : Math.Max(1, (int)((Math.Min(share, 1) * Rows) + 0.5));
}
