namespace Simulator.Analysis.Exports.Perfetto;

/// <summary>What a trace shows of a run. Whoever draws it has a row for each body, so there should not be too many.</summary>
public sealed record PerfettoChoice
{
    /// <summary>How many bodies are shown unless told otherwise.</summary>
    public const int FewBodies = 1_000;

    /// <summary>A directive, by its id or symbol; <c>null</c>: all.</summary>
    public string? Directive { get; init; }

    /// <summary>A body, by its id or name, with those below it; <c>null</c>: all.</summary>
    public string? Under { get; init; }

    /// <summary>How many bodies at most: those that took longest, and whoever is above them.</summary>
    public int Top { get; init; } = FewBodies;
}
