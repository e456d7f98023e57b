namespace Simulator.Tests.Cli;

/// <summary>For which scenario injects are written, and what a kept copy of them is worth.</summary>
public sealed class InjectFileTests : IDisposable
{
    private readonly Program _program = new();

    public void Dispose() => _program.Dispose();

    [Fact]
    public void Injects_for_another_scenario_are_warned_of_and_their_copy_is_passed_over()
    {
        var scenario = Program.Scenario("mechanisms/campaign");
        Write("right.yaml", $"scenario: {Relative(scenario)}");
        Write("other.yaml", $"scenario: {Relative(Program.Scenario("bac-kan-570"))}");
        Write("nowhere.yaml", "scenario: campain.yaml");
        var right = Run(scenario, "right.yaml");
        Assert.DoesNotContain("warning", right.Error, StringComparison.Ordinal);
        var other = Run(scenario, "other.yaml");
        Assert.Contains("other.yaml:2:11: warning: The injects are written for the scenario 'bac-kan-570'", other.Error, StringComparison.Ordinal);
        Assert.Contains("nowhere.yaml:2:11: warning: The scenario 'campain.yaml'", Run(scenario, "nowhere.yaml").Error, StringComparison.Ordinal);

        var kept = Run(scenario, Path.Combine("runs", "right.yaml", "injects.yaml"), "again");
        Assert.DoesNotContain("warning", kept.Error, StringComparison.Ordinal);
        var runs = _program.Run("validate", "runs");
        Assert.True(runs.ExitCode == 0, runs.Output);
    }

    [Theory]
    [InlineData("title: x", "it.yaml:1:1: error: The inject file does not say for which scenario")]
    [InlineData("scenario: sampel.yaml", "it.yaml:2:11: error: The scenario 'sampel.yaml' that it is written for is not there.")]
    [InlineData("scenario: sampel.yaml", "Did you mean 'sample.yaml'?")]
    [InlineData("scenario: .", "It is a folder.")]
    public void A_scenario_that_is_not_there_is_told_where_it_is_named(string line, string what)
    {
        File.WriteAllText(Path.Combine(_program.Folder, "sample.yaml"), "");
        Write("it.yaml", line);
        var answer = _program.Run("validate", "it.yaml");
        Assert.Equal(2, answer.ExitCode);
        Assert.Contains(what, answer.Output, StringComparison.Ordinal);
        Assert.Contains(" 1 error,", answer.Output, StringComparison.Ordinal);
    }

    private string Relative(string path) => Path.GetRelativePath(_program.Folder, path);

    private Answer Run(string scenario, string injects, string? folder = null)
    {
        var answer = _program.Run(
            "run", scenario, "--injects", injects, "--out", Path.Combine("runs", folder ?? injects), "--until", "10d", "--format", "json");
        Assert.True(answer.ExitCode == 0, answer.Error);
        return answer;
    }

    private void Write(string name, string line) => File.WriteAllText(
        Path.Combine(_program.Folder, name),
        $"format: 1\n{line}\ninjects:\n  - {{ id: flu, at: 9d, for: 2d, absent: {{ of: [level district], leadership: 1 }} }}\n");
}
