namespace Simulator.Cli.Reports;

/// <summary>A histogram: standing columns, each of several parts one above another.</summary>
internal sealed record ColumnsFigure : Figure
{
    /// <summary>What is counted from left to right.</summary>
    public required string Time { get; init; }

    /// <summary>What each column is of.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>The parts.</summary>
    public required IReadOnlyList<StackSeries> Series { get; init; }
}
