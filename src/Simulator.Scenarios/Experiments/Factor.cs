namespace Simulator.Scenarios.Experiments;

/// <summary>One thing that an experiment varies: a path of the scenario, and the values that are tried there.</summary>
/// <param name="Path">The path, as <c>--set</c> takes it.</param>
/// <param name="Levels">The values, as <c>--set</c> takes them; none where a range is given without steps.</param>
/// <param name="Range">The range that the values are taken from; <c>null</c> where they are listed.</param>
public sealed record Factor(string Path, IReadOnlyList<string> Levels, ValueRange? Range = null)
{
    /// <summary>Whether any value of the range will do, so that a design must choose them.</summary>
    public bool IsContinuous => Levels.Count == 0 && Range is not null;

    /// <summary>
    /// The values that a design with so many levels tries, where this leaves the choice; fewer where there are only so many
    /// whole numbers.
    /// </summary>
    internal IReadOnlyList<string> LevelsOr(int count) => !IsContinuous ? Levels
        : Range!.Levels(Range.IsWhole ? (int)Math.Min(count, Range.WholeNumbers) : count);

    /// <summary>Where one of so many values lies between the first and the last, 0 to 1.</summary>
    internal double Coordinate(int n, int count) =>
        count < 2 ? 0 : Range?.Coordinate(n, count) ?? (n / (count - 1.0));
}
