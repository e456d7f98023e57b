using System.Globalization;
using MathNet.Numerics.Distributions;

namespace Simulator.Tests.Laws;

/// <summary>A mean over independent replications with its confidence interval.</summary>
internal sealed class Estimate
{
    private const double Confidence = 0.999;

    private readonly List<double> _values = [];

    public void Add(double value) => _values.Add(value);

    public double Mean => _values.Average();

    public double HalfWidth
    {
        get
        {
            var mean = Mean;
            var variance = _values.Sum(value => (value - mean) * (value - mean)) / (_values.Count - 1);
            var quantile = StudentT.InvCDF(0, 1, _values.Count - 1, 1 - ((1 - Confidence) / 2));
            return quantile * Math.Sqrt(variance / _values.Count);
        }
    }

    /// <summary>The exact value lies in the interval, and the interval is narrow enough to say something.</summary>
    public void Agrees(double exact, double precision, string about)
    {
        var words = string.Create(
            CultureInfo.InvariantCulture,
            $"{about}: {Mean:0.0000} ± {HalfWidth:0.0000} from {_values.Count} runs, exactly {exact:0.0000}");
        TestContext.Current.TestOutputHelper?.WriteLine(words);
        Assert.True(Math.Abs(Mean - exact) <= HalfWidth, words);
        Assert.True(HalfWidth <= precision * exact, $"{words}: the interval is too wide to say anything.");
    }
}
