using Simulator.Kernel.Compilation;
using Simulator.Kernel.Engine;
using Simulator.Scenarios;
using Simulator.Scenarios.Reading;

namespace Simulator.Cluster.Tests.Processes;

/// <summary>Injects brought into runs on silos that are processes of their own, and with the command.</summary>
[Collection(SiloTests.Name)]
public sealed class InjectOnSilosTests(ThreeSilos three)
{
    private const string Inject = "format: 1\nscenario: long.yaml\ninjects:\n"
        + "  - { id: shut, close: [level province], for: 2d }\n  - { id: urged, remind: { by: [pm] } }\n";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [OnClusterFact]
    public async Task A_run_outlives_the_silo_that_is_killed_after_an_inject_and_is_the_straight_run_with_it()
    {
        var group = await three.Get();
        var order = Scenario.Long.Order;
        await using var engine = await ClusterAvailability.Open().Connect(group.Address, 1, Cancellation);
        var reading = new Reading();
        var playing = Played.On(engine, order, reading);
        var run = await reading.Name;
        await reading.Begun;
        var outcome = await ClusterAvailability.Open().Inject(group.Address, run, Inject, Cancellation);
        Assert.Null(outcome.Refusal);
        group.Silos[2].Kill();
        var replacing = group.Replace(2, Cancellation);
        var played = await playing;
        await replacing;

        var straight = Straight(order, Inject.Replace(
            "id: ", $"at: {outcome.At}, id: ", StringComparison.Ordinal));
        Assert.Equal(straight.Model.Hash, new ScenarioModelSource().Load(played.Result.Text!).Hash);
        (await Played.On(new LocalEngine(), straight)).IsAlso(played);
        Assert.NotEqual((await Played.On(new LocalEngine(), order)).Sha256, played.Sha256);
    }

    [OnClusterFact]
    public async Task A_client_keeps_the_scenario_with_what_was_injected_while_it_waited()
    {
        var group = await three.Get();
        var file = group.File("injects.yaml", Inject);
        using var client = group.Client(Scenario.Long.File, "injected");
        var told = "";
        while ((told = client.Error).Length == 0)
        {
            await Task.Delay(20, Cancellation);
        }

        var run = told.Split(' ')[4].TrimEnd(';');
        using var inject = group.Program("inject", run, file, "--cluster", group.Name);
        var injected = await inject.Answer(Cancellation);
        Assert.Equal(("", 0), (injected.Error, injected.ExitCode));
        Assert.Matches(@"^It counts from 2021-\d\d-\d\dT\d\d:\d\d on\.$", injected.Output);
        var answer = await client.Answer(Cancellation);

        var kept = new ScenarioModelSource().Load(group.Kept("injected", "scenario.yaml"));
        Assert.Equal(["shut", "urged"], kept.Interventions.Select(each => each.Source.Id));
        var straight = Scenario.Long.Order with { Model = kept };
        Assert.Equal((await Played.On(new LocalEngine(), straight)).Result.Digest.ToString(), answer.Digest);
        using var show = group.Program("show", "injected", "--format", "json");
        Assert.Equal(answer.Digest, (await show.Answer(Cancellation)).Digest);

        using var late = group.Program("inject", run, file, "--cluster", group.Name);
        (await late.Answer(Cancellation)).IsRefusal(2, $"There is no run '{run}' on this cluster.");
    }

    private static RunOrder Straight(RunOrder order, string injects)
    {
        var options = new LoadOptions
        {
            Limits = ReadingLimits.Resolved,
            Injects = new InjectFile("injects.yaml", injects),
        };
        var loaded = ScenarioLoader.LoadText(order.Text, "scenario.yaml", options);
        Assert.True(loaded.Model is not null, string.Join('\n', loaded.Problems));
        return order with { Text = loaded.Resolved!, Model = ModelCompiler.Compile(loaded.Model) };
    }
}
