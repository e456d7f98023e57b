namespace Simulator.Cli.Reports;

/// <summary>Lying ranges, each with a point in it: quantiles round a median, intervals round a mean.</summary>
internal sealed record RangesFigure : Figure
{
    /// <summary>What a range is.</summary>
    public required string Range { get; init; }

    /// <summary>What the point is.</summary>
    public required string Middle { get; init; }

    /// <summary>What the mark beside is; empty: there is none.</summary>
    public string Mark { get; init; } = "";

    /// <summary>From the top down.</summary>
    public required IReadOnlyList<RangeRow> Rows { get; init; }

    /// <summary>Whether 0 is a border between two sorts of answers, and is drawn as one.</summary>
    public bool IsSigned { get; init; }

    /// <summary>The moment that 0 stands for, as an ISO date; <c>null</c>: numbers are numbers.</summary>
    public string? Origin { get; init; }
}

/// <summary>One range. <c>null</c>: there is no such number.</summary>
/// <param name="Name">What it is of.</param>
/// <param name="Low">Where it begins.</param>
/// <param name="Middle">The point.</param>
/// <param name="High">Where it ends.</param>
/// <param name="Mark">The mark.</param>
internal sealed record RangeRow(string Name, double? Low, double? Middle, double? High, double? Mark = null)
{
    /// <summary>Whether it goes on beyond what is known.</summary>
    public bool IsOpen { get; init; }
}
