namespace Simulator.Cli.Reports;

/// <summary>Lying bars that begin where the one above ends; each of several parts.</summary>
internal sealed record WaterfallFigure : Figure
{
    /// <summary>What each bar is of, from the top down.</summary>
    public required IReadOnlyList<string> Rows { get; init; }

    /// <summary>By bar: where it begins.</summary>
    public required IReadOnlyList<double> Starts { get; init; }

    /// <summary>The parts.</summary>
    public required IReadOnlyList<StackSeries> Series { get; init; }
}
