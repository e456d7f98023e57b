namespace Simulator.Cluster.Telemetry.Exposition;

/// <summary>What an instrument is in the words of Prometheus.</summary>
internal enum ExposedType
{
    /// <summary>It only rises.</summary>
    Counter,

    /// <summary>It rises and falls.</summary>
    Gauge,

    /// <summary>How many values were not above each of some bounds.</summary>
    Histogram,
}
