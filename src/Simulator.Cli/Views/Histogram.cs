namespace Simulator.Cli.Views;

/// <summary>Times counted in stretches of equal length, as many as can be read on a screen.</summary>
/// <param name="From">Minutes at which the first begins: 0, unless all times are far from it.</param>
/// <param name="Width">Minutes of a stretch.</param>
/// <param name="Counts">How many lie in each; a time at a border lies in the later one.</param>
internal sealed record Histogram(int From, int Width, IReadOnlyList<int> Counts)
{
    private const int Most = 16;

    private static readonly int[] _widths =
        [1, 5, 15, 30, 60, 120, 180, 360, 720, 1440, 2880, 7200, 10_080, 14_400, 28_800, 43_200, 86_400, 144_000, 525_600];

    /// <summary>The times of a sample.</summary>
    /// <param name="minutes">Minutes, not negative, in any order.</param>
    internal static Histogram Of(IReadOnlyList<int> minutes)
    {
        var (shortest, longest) = (minutes.DefaultIfEmpty(0).Min(), minutes.DefaultIfEmpty(0).Max());
        var least = shortest > longest / 4 ? shortest : 0;
        var width = _widths.FirstOrDefault(each => (longest / each) - (least / each) < Most, _widths[^1]);
        var from = least / width * width;
        return new Histogram(from, width, Counted(minutes, from, width, ((longest - from) / width) + 1));
    }

    /// <summary>Other times in the same stretches.</summary>
    internal IReadOnlyList<int> Count(IReadOnlyList<int> minutes) => Counted(minutes, From, Width, Counts.Count);

    private static int[] Counted(IReadOnlyList<int> minutes, int from, int width, int places)
    {
        var counts = new int[places];
        foreach (var each in minutes)
        {
            counts[(each - from) / width]++;
        }

        return counts;
    }
}
