using System.Globalization;
using MathNet.Numerics.Distributions;
using Simulator.Analysis.Measures;
using Simulator.Analysis.Traces;
using Simulator.Kernel.Engine;
using Simulator.Tests.Kernel.Models;

namespace Simulator.Tests.Shipped;

/// <summary>
/// The measured cascade: 63, 56, 40, 30 and 20% of a message from the top reach vice-presidents, general
/// supervisors, plant managers, foremen and workers (usually cited as Nichols, 1962, a hundred firms).
/// </summary>
public sealed class WhisperingDownTests
{
    private const int Replications = 400;

    [Fact]
    public void Five_levels_down_the_shares_of_the_hundred_firms_come_out()
    {
        double[] measured = [0.63, 0.56, 0.40, 0.30, 0.20];
        var model = ShippedRun.Model("mechanisms/whispering-down");
        var shares = Enumerable.Range(0, Replications).Select(replication =>
        {
            var played = Played.Of(model, new RunOptions { Seed = 60, Replication = replication });
            var trace = new RunTrace(model, [.. played.Entries]);
            return DirectiveMeasures.Of(model, ProgressReader.Read(trace)).Single().ContentByLevel;
        }).ToList();
        Assert.All(shares, each => Assert.Equal(("president", 1.0), (each[0].Level, each[0].Share)));
        for (var level = 1; level <= measured.Length; level++)
        {
            var values = shares.Select(each => each[level].Share).ToList();
            var mean = values.Average();
            var deviation = Math.Sqrt(values.Sum(each => (each - mean) * (each - mean)) / (Replications - 1));
            var half = StudentT.InvCDF(0, 1, Replications - 1, 0.995) * deviation / Math.Sqrt(Replications);
            var words = string.Create(
                CultureInfo.InvariantCulture,
                $"{shares[0][level].Level}, seed 60: {mean:0.0000} ± {half:0.0000}, measured {measured[level - 1]}");
            TestContext.Current.TestOutputHelper?.WriteLine(words);
            Assert.True(Math.Abs(mean - measured[level - 1]) <= half, words);
            Assert.True(half < 0.025, $"{words}: the interval is too wide to say anything.");
        }
    }
}
