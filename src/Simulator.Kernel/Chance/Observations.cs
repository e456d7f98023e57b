using Simulator.Kernel.Journal;

namespace Simulator.Kernel.Chance;

/// <summary>Weighted values in ascending order: what an empirical distribution draws from.</summary>
internal sealed class Observations
{
    private readonly double[] _values;

    // The share of the weight at or below each value; the last is 1.
    private readonly double[] _shares;

    /// <summary>Sorts the values, joins equal ones and drops those without weight.</summary>
    /// <exception cref="ArgumentException">There is no value, or the weights do not fit.</exception>
    public Observations(ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        if (values.IsEmpty)
            throw new ArgumentException(
                "An empirical duration needs at least one observed value.", nameof(values));
        if (!weights.IsEmpty && weights.Length != values.Length)
        {
            throw new ArgumentException(
                $"An empirical duration needs one weight per value; there are {values.Length} values and "
                + $"{weights.Length} weights.", nameof(weights));
        }
        var pairs = new (double Value, double Weight)[values.Length];
        for (int i = 0; i < pairs.Length; i++)
            pairs[i] = (values[i], weights.IsEmpty ? 1.0 : weights[i]);
        RequireWeights(pairs);
        // By value, then by weight, so that the sums do not depend on the order of the file.
        Array.Sort(pairs);
        (_values, _shares, Mean) = Accumulate(pairs);
    }

    /// <summary>The number of different values.</summary>
    public int Count => _values.Length;

    /// <summary>The weighted mean.</summary>
    public double Mean { get; }

    /// <summary>The least value whose share is not below <paramref name="u"/>.</summary>
    public double Quantile(double u)
    {
        int low = 0;
        int high = _shares.Length - 1;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (_shares[middle] < u)
                low = middle + 1;
            else
                high = middle;
        }
        return _values[low];
    }

    /// <summary>Adds the values and their shares.</summary>
    internal void AddTo(ref Hash128 hash)
    {
        hash.Add(_values.Length);
        for (int i = 0; i < _values.Length; i++)
        {
            hash.Add(_values[i]);
            hash.Add(_shares[i]);
        }
    }

    private static (double[] Values, double[] Shares, double Mean) Accumulate(
        (double Value, double Weight)[] pairs)
    {
        var values = new List<double>(pairs.Length);
        var sums = new List<double>(pairs.Length);
        double sum = 0.0;
        double weighted = 0.0;
        foreach ((double value, double weight) in pairs)
        {
            if (weight == 0.0)
                continue;
            sum += weight;
            weighted += weight * value;
            if (values.Count > 0 && values[^1] == value)
            {
                sums[^1] = sum;
                continue;
            }
            values.Add(value);
            sums.Add(sum);
        }
        double[] shares = new double[sums.Count];
        for (int i = 0; i < shares.Length; i++)
            shares[i] = sums[i] / sum;
        return (values.ToArray(), shares, weighted / sum);
    }

    private static void RequireWeights((double Value, double Weight)[] weights)
    {
        double sum = 0.0;
        foreach ((_, double weight) in weights)
        {
            if (!(weight >= 0.0 && double.IsFinite(weight)))
                throw new ArgumentException(
                    $"A weight is 0 or more; it was given {weight}.", nameof(weights));
            sum += weight;
        }
        if (!(sum > 0.0 && double.IsFinite(sum)))
            throw new ArgumentException(
                "The weights of an empirical duration must add up to more than 0.", nameof(weights));
    }
}
