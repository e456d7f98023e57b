namespace Simulator.Analysis.Blame;

/// <summary>
/// How the moments of a milestone have moved from one run to another. The last of a run is the moment at which as
/// many bodies had come to it as did in the run as it was, so that a body more is no delay; all spans are elapsed
/// minutes, above 0 where the other run is earlier.
/// </summary>
public sealed record Shift
{
    /// <summary>How many bodies came to it in the run as it was.</summary>
    public required int Before { get; init; }

    /// <summary>How many in the other run.</summary>
    public required int After { get; init; }

    /// <summary>By how much earlier the last was; <c>null</c>: there was none, or not as many in the other run.</summary>
    public int? Last { get; init; }

    /// <summary>By how much earlier half of them (rounded up) were; <c>null</c>: as above.</summary>
    public int? Median { get; init; }

    /// <summary>The tick of the last in the other run; -1: there were not as many.</summary>
    public int LastAt { get; init; } = -1;

    /// <summary>Places, in the directive's reach, of bodies that came to it in the other run alone.</summary>
    public IReadOnlyList<int> Gained { get; init; } = [];

    /// <summary>Of bodies that came to it in the run as it was alone.</summary>
    public IReadOnlyList<int> Lost { get; init; } = [];

    /// <summary>Whether none of it has moved.</summary>
    public bool IsNothing => Last is null or 0 && Median is null or 0 && Gained.Count == 0 && Lost.Count == 0;

    /// <summary>The shift of one milestone.</summary>
    /// <param name="before">By body, its tick in the run as it was; -1: never.</param>
    /// <param name="after">The same in the other run.</param>
    public static Shift Of(IReadOnlyList<int> before, IReadOnlyList<int> after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var (was, now) = (InOrder(before), InOrder(after));
        var (last, half) = (was.Length - 1, (was.Length - 1) / 2);
        return new Shift
        {
            Before = was.Length,
            After = now.Length,
            Last = Earlier(was, now, last),
            Median = Earlier(was, now, half),
            LastAt = last >= 0 && last < now.Length ? now[last] : -1,
            Gained = [.. Enumerable.Range(0, before.Count).Where(place => before[place] < 0 && after[place] >= 0)],
            Lost = [.. Enumerable.Range(0, before.Count).Where(place => before[place] >= 0 && after[place] < 0)],
        };
    }

    private static int? Earlier(int[] was, int[] now, int place) =>
        place >= 0 && place < was.Length && place < now.Length ? was[place] - now[place] : null;

    private static int[] InOrder(IReadOnlyList<int> ticks) => [.. ticks.Where(tick => tick >= 0).Order()];
}
