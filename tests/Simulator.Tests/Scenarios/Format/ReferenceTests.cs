using Simulator.Scenarios.Format;
using Simulator.Scenarios.Problems;
using Simulator.Scenarios.Reading;

namespace Simulator.Tests.Scenarios.Format;

/// <summary>
/// Holds docs/scenario-reference.md against the format. With SIMULATOR_ACCEPT=1 in the environment the
/// tables are rewritten; the words around them are written by hand.
/// </summary>
public sealed class ReferenceTests
{
    private static readonly string _file =
        Path.Combine(ShippedScenarios.Repository, "docs", "scenario-reference.md");

    [Fact]
    public void The_reference_documents_every_key_and_no_other()
    {
        string text = File.ReadAllText(_file).ReplaceLineEndings("\n");
        string renewed = ReferenceTables.Renewed(text);
        if (Environment.GetEnvironmentVariable("SIMULATOR_ACCEPT") == "1")
        {
            File.WriteAllText(_file, renewed);
        }
        else
        {
            Assert.Equal(renewed, text);
        }

        Assert.Equal(
            ReferenceTables.Records.Select(record => record.Name).Order(StringComparer.Ordinal),
            ReferenceTables.NamesIn(text).Order(StringComparer.Ordinal));
    }

    public static TheoryData<string, string> Keys =>
        new(ReferenceTables.Records.SelectMany(record => record.Keys.Select(key => (record.Name, key.Name))));

    [Theory]
    [MemberData(nameof(Keys))]
    public void The_example_of_every_key_is_what_the_key_takes(string record, string name)
    {
        var key = ReferenceTables.Records.Single(each => each.Name == record).Find(name)!;
        var problems = new ProblemList();
        var node = YamlReader.Read(key.Example, "example", ReadingLimits.Ordinary, problems);
        key.Shape.Check(node!, $"'{name}'", new Checking(problems, isWhole: false));
        Assert.Empty(problems.InOrder());
    }

    [Fact]
    public void Every_law_of_chance_is_in_the_reference()
    {
        string text = File.ReadAllText(_file);
        Assert.All(
            Simulator.Scenarios.Units.DistributionText.Examples,
            example => Assert.Contains($"`{example}`", text, StringComparison.Ordinal));
    }

    [Fact]
    public void The_scenarios_in_the_reference_can_be_run()
    {
        string[] blocks =
            [.. File.ReadAllText(_file).Split("```yaml").Skip(1).Select(block => block.Split("```")[0])];
        foreach (string block in blocks.Where(block => block.Contains("format: 1", StringComparison.Ordinal)))
        {
            Sample.Sound(Simulator.Scenarios.ScenarioLoader.LoadText(block, "reference"));
        }
    }
}
