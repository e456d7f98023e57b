namespace Simulator.Analysis.Exports.OpenMetrics;

/// <summary>How a run is told as metrics.</summary>
public sealed record RunMetricsOptions
{
    /// <summary>As many samples of a series are made, unless it is asked otherwise, or fewer.</summary>
    public const int UsualMoments = 1_000;

    private static readonly int[] Steps = [60, 120, 180, 360, 720, 1440];

    /// <summary>The label <c>run</c> of all series.</summary>
    public required string Run { get; init; }

    /// <summary>Minutes from one sample to the next; 1 or more.</summary>
    public int Every { get; init; } = Steps[0];

    /// <summary>Seconds since 1970 at which the run begins; <c>null</c>: its local time, read as UTC.</summary>
    public long? Begins { get; init; }

    /// <summary>The step that a run gets unless it is asked otherwise: an hour, or more where it is long; at most a day.</summary>
    /// <param name="until">Its last tick.</param>
    public static int UsualEvery(int until) =>
        Array.Find(Steps, step => until / step <= UsualMoments) is > 0 and var step ? step : Steps[^1];
}
