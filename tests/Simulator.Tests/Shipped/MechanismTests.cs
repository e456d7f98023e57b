using System.Text.RegularExpressions;
using MathNet.Numerics.Distributions;
using Simulator.Analysis.Measures;
using Simulator.Analysis.Traces;
using Simulator.Kernel.Compilation;
using Simulator.Kernel.Engine;
using Simulator.Tests.Kernel.Models;
using Simulator.Tests.Scenarios;

namespace Simulator.Tests.Shipped;

/// <summary>
/// Each scenario of a mechanism names, in its comment, the measure by which its mechanism is seen, and in which
/// direction: <c># Look at: complied(level commune), lower than without.</c> The measure is that of its first
/// goal; <c>without</c> is its variant that turns the mechanism off and changes nothing else.
/// </summary>
public sealed partial class MechanismTests
{
    private const int Pairs = 200;

    public static TheoryData<string> Names =>
        [.. ShippedScenarios.Files.Select(ShippedScenarios.NameOf).Where(name => name.StartsWith("mechanisms/", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Names))]
    public void With_and_without_its_mechanism_a_scenario_differs_as_it_says(string name)
    {
        var words = LookAt().Match(File.ReadAllText(Path.Combine(ShippedScenarios.Folder, name + ".yaml")));
        Assert.True(words.Success, $"{name} does not say what to look at: '# Look at: MEASURE, lower than without.'");
        var (with, without) = (ShippedRun.Model(name), ShippedRun.Model(name, "without"));
        Assert.StartsWith(words.Groups["measure"].Value, with.Source.Goals[0].Text, StringComparison.Ordinal);

        var seed = ShippedRun.Load(name).Seed;
        var differences = new double[Pairs];
        for (var replication = 0; replication < Pairs; replication++)
        {
            var options = new RunOptions { Seed = seed, Replication = replication };
            differences[replication] = Measured(with, options) - Measured(without, options);
        }

        var mean = differences.Average();
        var deviation = Math.Sqrt(differences.Sum(each => (each - mean) * (each - mean)) / (Pairs - 1));
        var half = StudentT.InvCDF(0, 1, Pairs - 1, 0.975) * deviation / Math.Sqrt(Pairs);
        var outcome = string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{name}, seed {seed}: {with.Source.Goals[0].Text}: with less without {mean:0.0000} ± {half:0.0000}");
        TestContext.Current.TestOutputHelper?.WriteLine(outcome);
        var isLower = words.Groups["direction"].Value == "lower";
        Assert.True(isLower ? mean + half < 0 : mean - half > 0, outcome);
        Assert.True(
            isLower ? differences[0] < 0 : differences[0] > 0,
            $"{outcome}; but whoever plays it with its own seed sees {differences[0]:0.0000}: give it another.");
    }

    private static double Measured(CompiledModel model, RunOptions options)
    {
        var trace = new RunTrace(model, Played.Of(model, options).Entries.ToArray());
        var answers = GoalAnswer.Of(trace, ProgressReader.Read(trace))
            .Where(answer => answer.Goal == model.Source.Goals[0])
            .ToList();
        return answers.Sum(answer => answer.Share * answer.Among) / answers.Sum(answer => answer.Among);
    }

    [GeneratedRegex(@"^# Look at: (?<measure>(of \S+ )?[\w-]+\([^)]*\)).*,\s+(?<direction>lower|higher) than without\.", RegexOptions.Multiline)]
    private static partial Regex LookAt();
}
