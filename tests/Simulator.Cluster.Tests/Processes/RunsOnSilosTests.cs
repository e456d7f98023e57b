using Simulator.Kernel.Engine;

namespace Simulator.Cluster.Tests.Processes;

/// <summary>
/// Runs beside each other on three silos, and what becomes of those that fail or that nobody wants any more.
/// </summary>
[Collection(SiloTests.Name)]
public sealed class RunsOnSilosTests(ThreeSilos three)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [OnClusterFact]
    public async Task Two_clients_at_once_both_get_what_they_asked_for()
    {
        var group = await three.Get();
        var shipped = Scenario.Load(Scenario.Shipped[0]);
        using var first = group.Client(Scenario.Long.File, "two-1");
        using var second = group.Client(shipped.File, "two-2");
        var answers = (First: await first.Answer(Cancellation), Second: await second.Answer(Cancellation));
        Assert.Equal((await Expected(Scenario.Long)).Result.Digest.ToString(), answers.First.Digest);
        Assert.Equal((await Expected(shipped)).Result.Digest.ToString(), answers.Second.Digest);
        Assert.Matches(@"^The run is called long-base-s1-[0-9a-f]{32}; [^\n]*$", answers.First.Error);
    }

    [OnClusterFact]
    public async Task A_scenario_that_the_silos_cannot_read_fails_its_own_run_only()
    {
        var group = await three.Get();
        await using var engine = await ClusterAvailability.Open().Connect(group.Address, 1, Cancellation);
        var healthy = Played.On(engine, Scenario.Long.Order);
        var poisoned = Scenario.Load(Scenario.Shipped[0]).Order with { Text = "bodies: { pm: { kind: unheard-of } }" };
        var refused = await Assert.ThrowsAsync<RunException>(() => Played.On(engine, poisoned));
        Assert.DoesNotContain('\n', refused.Message);
        (await Expected(Scenario.Long)).IsAlso(await healthy);
    }

    [OnClusterFact]
    public async Task A_scenario_of_which_the_silos_make_another_model_is_not_run()
    {
        var group = await three.Get();
        await using var engine = await ClusterAvailability.Open().Connect(group.Address, 1, Cancellation);
        var (one, other) = (Scenario.Load(Scenario.Shipped[0]), Scenario.Load(Scenario.Shipped[1]));
        var refused = await Assert.ThrowsAsync<RunException>(
            () => Played.On(engine, one.Order with { Text = other.Order.Text }));
        Assert.Contains("read the scenario differently", refused.Message, StringComparison.Ordinal);
    }

    [OnClusterFact]
    public async Task A_client_that_is_killed_leaves_silos_that_serve_the_next()
    {
        var group = await three.Get();
        using (var client = group.Client(Scenario.Long.File, "killed"))
        {
            await UnderWay(group, client, "killed");
            client.Kill();
        }

        Assert.NotEqual(0L, await Kept(group)); // for a reader who might come back
        await using var engine = await ClusterAvailability.Open().Connect(group.Address, 1, Cancellation);
        (await Expected(Scenario.Long)).IsAlso(await Played.On(engine, Scenario.Long.Order));
    }

    [OnClusterTheory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public async Task A_client_that_is_interrupted_takes_its_run_along(string signal, int exitCode)
    {
        var group = await three.Get();
        var before = await Kept(group);
        using var client = group.Client(Scenario.Long.File, $"interrupted-{signal}");
        await UnderWay(group, client, $"interrupted-{signal}");
        await client.Signal(signal);
        (await client.Answer(Cancellation)).IsRefusal(exitCode, "Interrupted; what was not complete was not kept.");
        while (await Kept(group) > before)
        {
            await Task.Delay(100, Cancellation);
        }
    }

    [OnClusterTheory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task A_silo_that_is_told_to_end_leaves_in_good_order_and_the_others_go_on(string signal)
    {
        var group = await three.Get();
        await using var engine = await ClusterAvailability.Open().Connect(group.Address, 1, Cancellation);
        var reading = new Reading();
        var playing = Played.On(engine, Scenario.Long.Order, reading);
        await reading.Begun;
        await group.Silos[0].Signal(signal);
        var answer = await group.Silos[0].Answer(Cancellation);
        Assert.Equal("", answer.Error);
        Assert.Equal(0, answer.ExitCode);
        (await Expected(Scenario.Long)).IsAlso(await playing);
        var shipped = Scenario.Load(Scenario.Shipped[0]);
        (await Expected(shipped)).IsAlso(await Played.On(engine, shipped.Order));
        await group.Replace(0, Cancellation);
    }

    [OnClusterFact]
    public async Task A_client_is_told_that_a_silo_was_lost_and_another_finds_the_rest_at_once()
    {
        var group = await three.Get();
        using var client = group.Client(Scenario.Long.File, "told");
        await UnderWay(group, client, "told");
        group.Silos[1].Kill();
        var shipped = Scenario.Load(Scenario.Shipped[0]);
        using var late = group.Client(shipped.File, "late");
        var (answer, lateAnswer) = (await client.Answer(Cancellation), await late.Answer(Cancellation));
        await group.Replace(1, Cancellation);
        Assert.Equal((await Expected(Scenario.Long)).Result.Digest.ToString(), answer.Digest);
        Assert.Contains("; the run is played again", answer.Error, StringComparison.Ordinal);
        Assert.Equal((await Expected(shipped)).Result.Digest.ToString(), lateAnswer.Digest);
    }

    private static Task<Played> Expected(Scenario scenario) => Played.On(new LocalEngine(), scenario.Order);

    /// <summary>Waits until a client has a part of its run.</summary>
    private static async Task UnderWay(SiloGroup group, ProgramProcess client, string kept)
    {
        while (group.Unfinished(client, kept) == 0)
        {
            Assert.False(client.HasEnded, client.Error);
            await Task.Delay(20, Cancellation);
        }
    }

    /// <summary>What the database holds of runs.</summary>
    private static async Task<long> Kept(SiloGroup group) =>
        (long)(await group.Ask("select count(*) from simulator_grain_state where payload is not null"))!;
}
