namespace Simulator.Analysis.Statistics;

/// <summary>
/// Which observations in time count: a run that starts empty says too little at its beginning, and cases that
/// begin near its end are seen only if they are short.
/// </summary>
/// <param name="Before">How many are dropped at the beginning.</param>
/// <param name="After">How many are dropped at the end.</param>
/// <param name="Of">How many there are in all.</param>
public readonly record struct Cut(int Before, int After, int Of)
{
    /// <summary>How many are left.</summary>
    public int Kept => Math.Max(0, Of - Before - After);

    /// <summary>What is left of these.</summary>
    /// <exception cref="ArgumentException">They are more or fewer than the cut was made for.</exception>
    public IReadOnlyList<T> From<T>(IReadOnlyList<T> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return values.Count == Of
            ? [.. values.Skip(Before).Take(Kept)]
            : throw new ArgumentException($"The cut is for {Of} observations, not for {values.Count}.", nameof(values));
    }

    /// <summary>What both this and another leave.</summary>
    public Cut And(Cut other) => Of == other.Of
        ? new Cut(Math.Max(Before, other.Before), Math.Max(After, other.After), Of)
        : throw new ArgumentException($"One cut is for {Of} observations, the other for {other.Of}.", nameof(other));
}
