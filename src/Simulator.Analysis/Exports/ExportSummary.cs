namespace Simulator.Analysis.Exports;

/// <summary>What an export came to.</summary>
/// <param name="Counts">How many of what were written or sent, such as cases, events, objects; in the order they are told.</param>
public sealed record ExportSummary(params IReadOnlyList<ExportCount> Counts)
{
    /// <summary>What else the reader ought to know, sentence by sentence.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>Whether all that was to be written or sent was; else the program ends with 1.</summary>
    public bool IsWhole { get; init; } = true;
}

/// <summary>A number of things.</summary>
/// <param name="What">What they are, in the plural.</param>
/// <param name="One">The same in the singular.</param>
/// <param name="Number">How many.</param>
public readonly record struct ExportCount(string What, string One, long Number)
{
    /// <summary>What they are, in the singular where it is one.</summary>
    public string Called => Number == 1 ? One : What;
}
