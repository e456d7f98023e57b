namespace Simulator.Cluster.Telemetry.Exposition;

/// <summary>The value of one series, or of a histogram how many values were in each of its buckets.</summary>
/// <param name="bounds">Upper bounds of the buckets, rising; empty: it is no histogram.</param>
internal sealed class ExposedSeries(IReadOnlyList<double> bounds)
{
    private readonly long[] counts = new long[bounds.Count == 0 ? 0 : bounds.Count + 1];

    /// <summary>The value; of a histogram the sum of all values.</summary>
    internal double Value { get; set; }

    /// <summary>By bucket, the last one without a bound: how many values.</summary>
    internal IReadOnlyList<long> Counts => counts;

    /// <summary>Takes one value of a histogram in.</summary>
    internal void Observe(double value)
    {
        var bucket = 0;
        while (bucket < bounds.Count && value > bounds[bucket])
        {
            bucket++;
        }

        counts[bucket]++;
        Value += value;
    }
}
