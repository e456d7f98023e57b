using Simulator.Analysis.Measures;
using Simulator.Analysis.Measures.Delays;
using Simulator.Analysis.Traces;
using Simulator.Kernel.Chance;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Engine;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;
using Simulator.Tests.Kernel.Models;

namespace Simulator.Tests.Laws;

/// <summary>
/// A hundred offices with nothing else to do, each with exponential work of mean 1: half of them are done after ln 2, and the last
/// after the harmonic number H(100) = 5.187 on average (Feller, An Introduction to Probability Theory and Its Applications II,
/// 2nd ed. 1971, I.6).
/// </summary>
public sealed class DelayLaws
{
    private const int Offices = 100;
    private const int Runs = 60;
    private const double Mean = 10_000;

    /// <summary>Of 60 runs the standard errors are 0.013 for the median and 0.17 for the last: bounds are four of them.</summary>
    [Fact]
    public void Of_exponential_times_the_median_is_ln_2_and_the_last_is_the_harmonic_number()
    {
        var samples = Enumerable.Range(0, Runs).Select(TimesOf).ToList();
        Assert.All(samples, sample => Assert.Equal(Offices, sample.Happened));
        var harmonic = Enumerable.Range(1, Offices).Sum(place => 1.0 / place);
        Assert.Equal(Math.Log(2), samples.Average(sample => sample.Quantile(5000)!.Value) / Mean, 0.052);
        Assert.Equal(harmonic, samples.Average(sample => sample.Quantile(10_000)!.Value) / Mean, 0.66);
        Assert.Equal(1, samples.Average(sample => sample.Mean!.Value) / Mean, 0.052);
    }

    private static DelaySample TimesOf(int replication)
    {
        var model = Sketch.Model(
            [Sketch.Kind("issuer"), Sketch.Kind("office", Sketch.Takes(Step.CarryOut, Post.Staff, 0))],
            [Sketch.Body("issuer", "issuer"), .. Enumerable.Range(1, Offices).Select(place => Sketch.Body($"office/{place}", "office", "issuer"))],
            Sketch.Directive("d/1", "issuer", Sketch.Duty("a", Distribution.Exponential(Mean))));
        var played = Played.Of(
            ModelCompiler.Compile(model), new RunOptions { Seed = 9, Replication = replication });
        var trace = new RunTrace(played.Model, [.. played.Entries]);
        return new DelayReader(trace, ProgressReader.Read(trace)).All([0]).Times[(int)TimeTo.Comply].OwnElapsed;
    }
}
