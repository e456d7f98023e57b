using Simulator.Tests.Dashboards;

namespace Simulator.Cluster.Tests.Processes;

/// <summary>A real Prometheus that scrapes a silo: every panel of the engine has something to draw.</summary>
[Collection(SiloTests.Name)]
public sealed class EngineDashboardTests
{
    [OnClusterFact]
    public async Task Every_panel_of_the_engine_draws_a_silo_that_plays()
    {
        var cancellation = TestContext.Current.CancellationToken;
        Assert.SkipWhen(Promtool.Find("prometheus") is null, "prometheus is not here: apt-get install prometheus");
        using var office = new Office();
        using var silo = office.Program(
            "silo", "--cluster", "metrics", "--gateway", office.Port(), "--metrics-port", office.Port(1), "--port", office.Port(2));
        await silo.Said("Metrics: ", cancellation);
        var settings = office.File("prometheus.yml", $$"""
            global: { scrape_interval: 1s, evaluation_interval: 1s }
            rule_files: ["{{Path.Combine(GrafanaDashboard.Folder, "prometheus", "recording.rules.yml")}}"]
            scrape_configs: [{ job_name: simulator, static_configs: [{ targets: ["127.0.0.1:{{office.Port(1)}}"] }] }]
            """);
        using var server = await PrometheusServer.Start(settings, Path.Combine(Path.GetDirectoryName(settings)!, "data"), cancellation);
        await Play(office, cancellation);
        var dashboard = GrafanaDashboard.Read("engine");
        var empty = new List<string>();
        for (var attempt = 0; attempt < 30; attempt++)
        {
            // The last scrape, and the rule after it, may be to come; and a run between two scrapes has no rate until the next.
            await Task.Delay(1_000, cancellation);
            if (attempt % 8 == 4)
            {
                await Play(office, cancellation);
            }

            var to = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
            empty.Clear();
            foreach (var (panel, query) in dashboard.Queries())
            {
                if ((await server.Ask(GrafanaDashboard.Filled(query), to - 600, to, 1, cancellation)).Count == 0)
                {
                    empty.Add($"{panel}: {query}");
                }
            }

            if (empty.Count == 0)
            {
                break;
            }
        }

        Assert.Empty(empty);
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        foreach (var (_, metric, label) in dashboard.Variables())
        {
            Assert.Equal([$"127.0.0.1:{office.Port(1)}"], await server.ValuesOf(label, metric, now - 600, now, cancellation));
        }

        var lost = await server.Ask("instance:simulator_epochs_lost:sum", now - 600, now, 1, cancellation);
        Assert.All(lost.Single().Values, value => Assert.Equal(0, value.Value));
    }

    private static async Task Play(Office office, CancellationToken cancellation)
    {
        using var run = office.Program(
            "run", Scenario.Load("document-flood.yaml").File, "--cluster", "metrics", "--gateway", office.Port(), "--replications", "0",
            "--out", $"run-{Guid.NewGuid():n}");
        var answer = await run.Answer(cancellation);
        Assert.True(answer.ExitCode == 0, answer.Error);
    }
}
