namespace Simulator.Cli.Reports;

/// <summary>Lying bars, each of several parts one after another.</summary>
internal sealed record StackFigure : Figure
{
    /// <summary>What each bar is of, from the top down.</summary>
    public required IReadOnlyList<string> Rows { get; init; }

    /// <summary>The parts.</summary>
    public required IReadOnlyList<StackSeries> Series { get; init; }

    /// <summary>Whether each bar is drawn as a whole of 100 %.</summary>
    public bool IsShare { get; init; }
}

/// <summary>One part of every bar.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Colour">The name of its colour in the page; <c>null</c>: the next one.</param>
/// <param name="Values">By bar: how much.</param>
internal sealed record StackSeries(string Name, string? Colour, IReadOnlyList<double> Values);
