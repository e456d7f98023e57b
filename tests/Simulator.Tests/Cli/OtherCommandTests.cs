using System.Text.Json;
using Simulator.Tests.Scenarios;

namespace Simulator.Tests.Cli;

public sealed class OtherCommandTests : IDisposable
{
    private readonly Program _program = new();

    public void Dispose() => _program.Dispose();

    [Theory]
    [InlineData("run")]
    [InlineData("show")]
    [InlineData("compare")]
    [InlineData("validate")]
    [InlineData("schema")]
    [InlineData("library")]
    public void Each_command_has_help_with_an_example(string command)
    {
        var answer = _program.Run(command, "--help");
        Assert.Equal(0, answer.ExitCode);
        Assert.Contains("Example", answer.Output, StringComparison.Ordinal);
        Assert.Contains($"simulator {command}", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_program_knows_its_version() =>
        Assert.Matches(@"^\d+\.\d+\.\d+", _program.Run("--version").Output);

    [Fact]
    public void The_shipped_scenarios_are_valid()
    {
        var answer = _program.Run("validate", Path.Combine(ShippedScenarios.Repository, "scenarios"), "--format", "json");
        Assert.True(answer.ExitCode == 0, answer.Output);
        Assert.All(
            answer.Json.GetProperty("files").EnumerateArray(),
            file => Assert.Empty(file.GetProperty("problems").EnumerateArray()));
    }

    [Fact]
    public void All_errors_of_a_file_are_told_in_one_go_with_their_places()
    {
        var file = Path.Combine(_program.Folder, "wrong.yaml");
        File.WriteAllText(file, """
            format: 1
            scenario: wrong
            start: 2021-05-32
            until: 30 days
            include: [vn/2012]
            bodys: {}
            """);
        var answer = _program.Run("validate", file);
        Assert.Equal(2, answer.ExitCode);
        Assert.Contains("wrong.yaml:3:", answer.Output, StringComparison.Ordinal);
        Assert.Contains("wrong.yaml:4:", answer.Output, StringComparison.Ordinal);
        Assert.Contains("Did you mean 'vn/2021'?", answer.Output, StringComparison.Ordinal);
        Assert.Contains("Did you mean 'bodies'?", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_variant_that_changes_nothing_is_told_at_its_place()
    {
        var file = Path.Combine(_program.Folder, "silent.yaml");
        File.WriteAllText(file, """
            format: 1
            scenario: silent
            start: 2021-05-04T07:00
            until: 30d
            include: [vn/2021]
            channels: { courier: { delay: 2d } }
            bodies:
              province: { kind: province-committee }
              districts: { kind: district-committee, under: province, count: 2 }
            directives:
              - id: order
                from: province
                issued: 2021-05-04T08:00
                to: [subordinates]
                assignments: [{ id: plan, by: each addressee, takes: 2wd, due: 5d }]
            goals: [registered(level district) >= 90% within 3d]
            variants:
              later: { shift: 7d }
              quicker: { set: { directives.order.assignments.plan.takes: 1wd } }
              harder: { set: { goals: [registered(level district) >= 95% within 3d] } }
              other-draws: { set: { seed: 7 } }
              as-it-is: { set: { directives.order.assignments.plan.takes: 2wd } }
              of-nobody: { set: { channels.courier.delay: 1d } }
              nothing-twice: [as-it-is, of-nobody]
            """);
        var answer = _program.Run("validate", file);
        Assert.True(answer.ExitCode == 0, answer.Output);
        Assert.Equal(
            ["22:3 as-it-is", "23:3 of-nobody", "24:3 nothing-twice"],
            answer.Output.Split('\n').Where(line => line.Contains("changes nothing in any run", StringComparison.Ordinal))
                .Select(line => string.Join(' ', line.Split(": ")[0].Split(':', 2)[1], line.Split('\'')[1])));
        Assert.Contains("1 scenario, 0 errors, 3 warnings", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_schema_is_json() =>
        Assert.Equal(JsonValueKind.Object, _program.Run("schema").Json.ValueKind);

    [Fact]
    public void The_libraries_are_listed_and_shown()
    {
        Assert.Contains("vn/2021", _program.Run("library", "list").Output, StringComparison.Ordinal);
        Assert.Contains("district-committee", _program.Run("library", "show", "vn/2021").Output, StringComparison.Ordinal);
        _program.Run("library", "show", "vn/1999").IsRefusal("There is no library 'vn/1999'");
    }
}
