using System.Globalization;
using MathNet.Numerics.Distributions;

namespace Simulator.Tests.Laws;

/// <summary>
/// Whether a share that was counted can be the one that is expected: the interval of Wilson (Journal of the
/// American Statistical Association 22, 1927, pp. 209-212), which holds for small shares too.
/// </summary>
internal static class Wilson
{
    private const double Confidence = 0.999;

    /// <summary>The expected share lies in the interval, and the interval is narrow enough to say something.</summary>
    public static void Agrees(double expected, int hits, int trials, double widest, string about)
    {
        var z = Normal.InvCDF(0, 1, 1 - ((1 - Confidence) / 2));
        var share = hits / (double)trials;
        var scale = 1 + (z * z / trials);
        var middle = (share + (z * z / (2 * trials))) / scale;
        var half = z / scale * Math.Sqrt((share * (1 - share) / trials) + (z * z / (4.0 * trials * trials)));
        var words = string.Create(
            CultureInfo.InvariantCulture,
            $"{about}: {hits} of {trials} = {share:0.0000}, interval {middle:0.0000} ± {half:0.0000}, "
            + $"expected {expected:0.0000}");
        TestContext.Current.TestOutputHelper?.WriteLine(words);
        Assert.True(Math.Abs(middle - expected) <= half, words);
        Assert.True(half <= widest, $"{words}: the interval is too wide to say anything.");
    }
}
