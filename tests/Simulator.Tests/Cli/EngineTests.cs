using Simulator.Cli.Commands;
using Simulator.Cli.Engines;
using Simulator.Cluster;
using Simulator.Kernel.Engine;

namespace Simulator.Tests.Cli;

public sealed class EngineTests
{
    private const string Reason = "Orleans 10 does not restore here (NU1101)";

    [Theory]
    [InlineData(null, true, "orleans")]
    [InlineData(null, false, "inprocess")]
    [InlineData("orleans", true, "orleans")]
    [InlineData("inprocess", true, "inprocess")]
    [InlineData("inprocess", false, "inprocess")]
    public void Orleans_carries_a_run_where_it_is_and_another_was_not_asked_for(string? wanted, bool isHere, string name)
    {
        var choice = EngineChoice.Of(wanted, isHere, Reason);
        Assert.Equal(name, choice.Name);
        Assert.Equal(wanted is null && !isHere, choice.Notice is not null);
    }

    [Fact]
    public void Where_Orleans_is_not_one_line_says_so_and_why() => Assert.Equal(
        "Orleans was not built in: Orleans 10 does not restore here (NU1101). The in-process engine carries the run.",
        EngineChoice.Of(null, isHere: false, Reason).Notice);

    [Fact]
    public void Orleans_asked_for_where_it_is_not_is_a_mistake_of_usage()
    {
        var refused = Assert.Throws<UsageException>(() => EngineChoice.Of("orleans", isHere: false, Reason));
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains(Reason, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_engine_in_the_process_is_always_to_be_had()
    {
        await using var engine = await EngineChoice.Of("inprocess").Open(1, TestContext.Current.CancellationToken);
        Assert.IsType<LocalEngine>(engine);
    }

    [Fact]
    public void The_engine_asked_for_is_the_one_that_the_run_names_and_no_notice_is_given()
    {
        using var program = new Program();
        var answer = program.Run(
            "run", Program.Scenario("bac-kan-570"), "--replications", "0", "--engine", "inprocess", "--format", "json");
        Assert.True(answer.ExitCode == 0, answer.Error);
        Assert.Equal("inprocess", answer.Json.GetProperty("engine").GetString());
        Assert.Equal("", answer.Error);
    }

    [Fact]
    public void The_notice_stands_on_standard_error_alone()
    {
        Assert.SkipWhen(ClusterAvailability.IsHere, "Orleans is here.");
        using var program = new Program();
        string[] run = ["run", Program.Scenario("bac-kan-570"), "--replications", "0", "--out", "kept"];
        var json = program.Run([.. run, "--format", "json"]);
        Assert.Equal("inprocess", json.Json.GetProperty("engine").GetString());
        Assert.Equal(EngineChoice.Of(null).Notice, json.Error.TrimEnd());
        Assert.DoesNotContain("Orleans", program.Run(run).Output, StringComparison.Ordinal);
        program.Run([.. run, "--engine", "orleans"]).IsRefusal(ClusterAvailability.Reason);
    }

    [Fact]
    public void A_run_is_kept_alike_whatever_carried_it()
    {
        using var program = new Program();
        string[] run = ["run", Program.Scenario("phu-yen-91"), "--replications", "0", "--out"];
        Assert.Equal(0, program.Run([.. run, "a"]).ExitCode);
        Assert.Equal(0, program.Run([.. run, "b", "--engine", "inprocess", "--threads", "2"]).ExitCode);
        foreach (var file in new[] { "manifest.json", "scenario.yaml", "journal.bin" })
        {
            Assert.Equal(
                File.ReadAllBytes(Path.Combine(program.Folder, "a", file)),
                File.ReadAllBytes(Path.Combine(program.Folder, "b", file)));
        }
    }
}
