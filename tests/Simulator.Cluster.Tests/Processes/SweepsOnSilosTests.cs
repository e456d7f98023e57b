namespace Simulator.Cluster.Tests.Processes;

/// <summary>
/// Sweeps and comparisons that three silos play, held byte for byte against what one process makes of them.
/// </summary>
[Collection(SiloTests.Name)]
public sealed class SweepsOnSilosTests(ThreeSilos three, ITestOutputHelper output)
{
    private static readonly string[] Tables = ["sweep.json", "runs.csv", "cells.csv"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static string BacKan => Scenario.Load("bac-kan-570.yaml").File;

    [OnClusterFact]
    public async Task A_sweep_survives_a_silo_that_is_killed_and_its_folder_stays_the_same()
    {
        var group = await three.Get();
        string[] sweep = ["sweep", BacKan, "--vary", "city.clerk=1,2", "--replications", "40"];
        using var client = group.Program([.. sweep, "--cluster", group.Name, "--out", "sweep-killed"]);
        await group.HasRuns(client, "sweep-killed", Cancellation);
        group.Silos[0].Kill();
        Assert.True(group.IsKept("sweep-killed", "unfinished.jsonl"), "The sweep had ended before the silo was killed.");
        var answer = await client.Answer(Cancellation);
        await group.Replace(0, Cancellation);
        output.WriteLine(answer.Error);
        Assert.Equal(0, answer.ExitCode);
        Assert.DoesNotContain("\n   at ", answer.Error, StringComparison.Ordinal); // a trace, as Orleans has them in its messages
        await IsAsInProcess(group, sweep, "sweep-killed");
    }

    [OnClusterFact]
    public async Task A_sweep_that_goes_on_until_it_is_precise_ends_on_silos_where_it_ends_in_process()
    {
        var group = await three.Get();
        string[] sweep = ["sweep", BacKan, "--vary", "city.clerk=1,2", "--precision", "20%", "--at-most", "60"];
        using var client = group.Program([.. sweep, "--cluster", group.Name, "--out", "sweep-precise"]);
        var answer = await client.Answer(Cancellation);
        Assert.Equal("", answer.Error);
        Assert.Equal(0, answer.ExitCode);
        await IsAsInProcess(group, sweep, "sweep-precise");
    }

    [OnClusterFact]
    public async Task A_comparison_on_silos_says_what_it_says_in_process()
    {
        var group = await three.Get();
        string[] compare = ["compare", BacKan, "--replications", "12", "--format", "json"];
        using var client = group.Program([.. compare, "--cluster", group.Name]);
        using var local = group.Program([.. compare, "--engine", "inprocess"]);
        var (answer, expected) = (await client.Answer(Cancellation), await local.Answer(Cancellation));
        Assert.Equal("", answer.Error);
        Assert.Equal(0, answer.ExitCode);
        Assert.Equal(expected.Output, answer.Output);
    }

    private static async Task IsAsInProcess(SiloGroup group, string[] sweep, string kept)
    {
        using var local = group.Program([.. sweep, "--engine", "inprocess", "--out", kept + "-local"]);
        var answer = await local.Answer(Cancellation);
        Assert.True(answer.ExitCode == 0, answer.Error);
        Assert.All(Tables, table => Assert.Equal(group.Kept(kept + "-local", table), group.Kept(kept, table)));
        Assert.False(group.IsKept(kept, "unfinished.jsonl"));
    }
}
