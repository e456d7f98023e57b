namespace Simulator.Analysis.Exports.OpenMetrics;

/// <summary>What a family of metrics is, in OpenMetrics' words.</summary>
public enum MetricType
{
    /// <summary>A number that rises and falls.</summary>
    Gauge,

    /// <summary>A number that only rises; its samples end in <c>_total</c>.</summary>
    Counter,

    /// <summary>How many values were not above each of some bounds; with their sum and number.</summary>
    Histogram,

    /// <summary>Words about what is measured; its samples end in <c>_info</c> and are 1.</summary>
    Info,
}
