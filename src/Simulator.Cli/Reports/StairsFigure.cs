namespace Simulator.Cli.Reports;

/// <summary>Shares over time: each stands as it is until the next step.</summary>
internal sealed record StairsFigure : Figure
{
    /// <summary>What is counted along the axis of time.</summary>
    public required string Time { get; init; }

    /// <summary>The curves.</summary>
    public required IReadOnlyList<StairsSeries> Series { get; init; }
}

/// <summary>One curve.</summary>
/// <param name="Name">What it is of.</param>
/// <param name="Points">Days since the issue, and percent from then on.</param>
internal sealed record StairsSeries(string Name, IReadOnlyList<double[]> Points)
{
    /// <summary>Whether it is what somebody was told, and not what is so.</summary>
    public bool IsTold { get; init; }
}
