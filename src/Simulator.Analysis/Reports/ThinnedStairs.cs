namespace Simulator.Analysis.Reports;

/// <summary>A stair with so few steps that they can be drawn and carried about; each that is left is a true one.</summary>
public static class ThinnedStairs
{
    /// <summary>The ticks at which a stair is looked at: all of its own, or as many as were asked for, evenly apart.</summary>
    /// <param name="ticks">The ticks of its steps, in order; at least one.</param>
    /// <param name="most">How many at most, 2 or more.</param>
    public static IReadOnlyList<int> Ticks(IReadOnlyList<int> ticks, int most)
    {
        ArgumentNullException.ThrowIfNull(ticks);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 2);
        if (ticks.Count <= most)
        {
            return ticks;
        }

        var (first, last) = (ticks[0], ticks[^1]);
        return [.. Enumerable.Range(0, most).Select(place => first + (int)((long)(last - first) * place / (most - 1))).Distinct()];
    }
}
