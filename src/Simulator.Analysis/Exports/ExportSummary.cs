namespace Simulator.Analysis.Exports;

/// <summary>What an export came to.</summary>
/// <param name="Counts">How many of what were written or sent, such as cases, events, objects; in the order they are told.</param>
public sealed record ExportSummary(params IReadOnlyList<ExportCount> Counts)
{
    /// <summary>What else the reader ought to know, sentence by sentence.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];
}

/// <summary>A number of things.</summary>
/// <param name="What">What they are, in the plural.</param>
/// <param name="Number">How many.</param>
public readonly record struct ExportCount(string What, long Number);
