namespace Simulator.Tests.Cli;

/// <summary>One history, many futures.</summary>
public sealed class ForkTests
{
    private const string Injects = """
        format: 1
        scenario: campaign.yaml
        injects:
          - { id: flu, at: 9d, for: 2d, absent: { of: [level district], leadership: 1 } }
          - { id: push, when: overdue(level commune) > 10%, from: 9d, remind: { by: [province] } }
        """;

    [Fact]
    public void A_fork_is_the_straight_run_with_the_same_injects_and_keeps_them()
    {
        using var program = new Program();
        File.WriteAllText(Path.Combine(program.Folder, "injects.yaml"), Injects);
        var scenario = Program.Scenario("mechanisms/campaign");
        Succeeds(program.Run("run", scenario, "--out", "first"));
        var straight = Succeeds(program.Run(
            "run", scenario, "--injects", "injects.yaml", "--out", "straight", "--format", "json"));
        var fork = Succeeds(program.Run(
            "run", "--from", "first", "--at", "9d", "--injects", "injects.yaml", "--out", "fork", "--format", "json"));
        Assert.Equal(Digest(straight), Digest(fork));
        Assert.NotEqual(Digest(fork), Digest(Succeeds(program.Run("run", scenario, "--out", "first", "--format", "json"))));
        var (first, at) = (Digest(Succeeds(program.Run("run", scenario, "--out", "first", "--format", "json"))), "2021-03-10T");
        Assert.Equal(first, fork.Json.GetProperty("fork").GetProperty("of").GetString());
        Assert.StartsWith(at, fork.Json.GetProperty("fork").GetProperty("at").GetString());
        var manifest = File.ReadAllText(Path.Combine(program.Folder, "fork", "manifest.json"));
        Assert.Contains($"\"forkOf\": \"{first}\"", manifest, StringComparison.Ordinal);
        Assert.DoesNotContain("fork", File.ReadAllText(Path.Combine(program.Folder, "first", "manifest.json")));
        Assert.Contains($"a fork of run {first}, from ", program.Run("show", "fork").Output, StringComparison.Ordinal);
        Assert.Equal(Injects, File.ReadAllText(Path.Combine(program.Folder, "fork", "injects.yaml")));
        var replayed = Succeeds(program.Run(
            "run", Path.Combine("fork", "scenario.yaml"), "--out", "again", "--format", "json"));
        Assert.Equal(Digest(fork), Digest(replayed));
        Assert.Contains(fork.Json.GetProperty("interventions").EnumerateArray(), each => each.GetProperty("id").GetString() == "flu");
    }

    [Fact]
    public void An_inject_in_the_past_of_a_fork_is_refused_and_nothing_is_kept()
    {
        using var program = new Program();
        File.WriteAllText(Path.Combine(program.Folder, "injects.yaml"), Injects);
        Succeeds(program.Run("run", Program.Scenario("mechanisms/campaign"), "--out", "first"));
        var refused = program.Run(
            "run", "--from", "first", "--at", "10d", "--injects", "injects.yaml", "--out", "fork");
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("injects.yaml:4:", refused.Error, StringComparison.Ordinal);
        Assert.Contains("lies in the past", refused.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(program.Folder, "fork")));
    }

    [Theory]
    [InlineData("run", "Name a scenario file")]
    [InlineData("run --from first", "go together")]
    [InlineData("run --from nowhere --at 1d", "no run folder 'nowhere'")]
    [InlineData("run --from first --at 1d --seed 4", "has its variant, seed")]
    [InlineData("run x.yaml --from first --at 1d", "leave one of them out")]
    [InlineData("run x.yaml --injects none.yaml", "cannot be read")]
    public void Whatever_makes_no_sense_is_told(string arguments, string what)
    {
        using var program = new Program();
        var answer = program.Run(arguments.Split(' '));
        Assert.Equal(2, answer.ExitCode);
        Assert.Contains(what, answer.Error, StringComparison.Ordinal);
    }

    private static Answer Succeeds(Answer answer)
    {
        Assert.True(answer.ExitCode == 0, answer.Error);
        return answer;
    }

    private static string Digest(Answer answer) => answer.Json.GetProperty("digest").GetString()!;
}
