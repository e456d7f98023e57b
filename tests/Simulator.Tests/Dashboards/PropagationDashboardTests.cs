using System.Globalization;
using System.Text.Json;
using Simulator.Tests.Cli;

namespace Simulator.Tests.Dashboards;

/// <summary>A run in a real Prometheus: what was exported comes back, and every panel has something to draw.</summary>
public sealed class PropagationDashboardTests(KeptRun kept) : IClassFixture<KeptRun>
{
    private const long From = 1_619_942_400; // 2021-05-02T08:00, where the run begins
    private const long To = From + (30 * 86_400);
    private const int Hour = 3600;
    private const string LookBack = "--query.lookback-delta=1h"; // rules are evaluated at odd minutes

    [Fact]
    public async Task Every_panel_draws_a_run_and_every_variable_has_values()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var blocks = Blocks("panels");
        using var server = await PrometheusServer.Start(Settings(), blocks, cancellation, LookBack);
        var dashboard = GrafanaDashboard.Read("propagation");
        foreach (var (panel, query) in dashboard.Queries())
        {
            var drawn = await server.Ask(GrafanaDashboard.Filled(query, ("$run", "run")), From, To, Hour, cancellation);
            Assert.True(drawn.Count > 0, $"The panel '{panel}' is empty: {query}");
        }

        foreach (var (name, metric, label) in dashboard.Variables())
        {
            var values = await server.ValuesOf(label, GrafanaDashboard.Filled(metric, ("$run", "run")), From, To, cancellation);
            Assert.Equal(
                name switch { "run" => ["run"], "directive" => ["telegram"], _ => ["commune", "district", "province"] }, values);
        }

        await Points_are_those_of_the_store(server, cancellation);
        await Rules_are_made_of_the_past(server, blocks, cancellation);
    }

    /// <summary>At every whole hour the curve in Prometheus is the named query's.</summary>
    private async Task Points_are_those_of_the_store(PrometheusServer server, CancellationToken cancellation)
    {
        var asked = kept.Program.Run("query", "run", "--name", "coverage", "--param", "step=1", "--format", "json");
        Assert.True(asked.ExitCode == 0, asked.Error);
        var rows = asked.Json.EnumerateArray().Select(row => (
            Level: row.GetProperty("level").GetString()!, Hours: row.GetProperty("hours").GetInt32(),
            Counts: new[] { "reached", "registered", "complied", "reported" }.ToDictionary(each => each, each => row.GetProperty(each).GetDouble())))
            .ToList();
        Assert.InRange(rows.Count, 30, 200);
        foreach (var milestone in new[] { "reached", "registered", "complied", "reported" })
        {
            var series = await server.Ask($"simulator_run_bodies{{milestone=\"{milestone}\"}}", From + (9 * Hour), To, Hour, cancellation);
            Assert.Equal(3, series.Count);
            foreach (var (labels, values) in series)
            {
                var level = labels.GetProperty("level").GetString();
                var own = rows.Where(row => row.Level == level).ToList();
                Assert.Equal(((To - From) / Hour) - 8, values.Count);
                Assert.All(values, value => Assert.Equal(
                    own.LastOrDefault(row => From + ((9 + row.Hours) * Hour) <= value.Seconds).Counts?[milestone] ?? 0, value.Value));
            }
        }
    }

    /// <summary>Recording rules are evaluated over the run, and tell where alerts would have sounded.</summary>
    private static async Task Rules_are_made_of_the_past(PrometheusServer server, string blocks, CancellationToken cancellation)
    {
        Promtool.Run(
            "tsdb", "create-blocks-from", "rules", "--url", server.Url, "--output-dir", blocks, "--eval-interval", "1h",
            "--start", From.ToString(CultureInfo.InvariantCulture), "--end", (From + (5 * 86_400)).ToString(CultureInfo.InvariantCulture),
            "prometheus/recording.rules.yml");
        server.Dispose();
        using var again = await PrometheusServer.Start(Path.Combine(blocks, "..", "prometheus.yml"), blocks, cancellation, LookBack);
        var recorded = await again.Ask("simulator_run:coverage:ratio{milestone=\"registered\"}", From, From + (4 * 86_400), Hour, cancellation);
        Assert.Equal(3, recorded.Count);
        var behind = await again.Ask("simulator_run:coverage:ratio{milestone=\"registered\"} < 0.8", From, From + (4 * 86_400), Hour, cancellation);
        Assert.NotEmpty(behind);
    }

    private string Blocks(string name)
    {
        var exported = kept.Program.Run("export", "run", "--to", "openmetrics", "--out", $"{name}.om");
        Assert.True(exported.ExitCode == 0, exported.Error);
        Promtool.RunIn(
            kept.Program.Folder, "tsdb", "create-blocks-from", "openmetrics", "--max-block-duration=744h", $"{name}.om", name);
        return Path.Combine(kept.Program.Folder, name);
    }

    private string Settings()
    {
        var path = Path.Combine(kept.Program.Folder, "prometheus.yml");
        File.WriteAllText(path, "global: {}\n");
        return path;
    }
}
