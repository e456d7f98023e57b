using System.Globalization;
using System.Text.RegularExpressions;

namespace Simulator.Cluster.Tests.Processes;

/// <summary>A silo that plays a run and is asked by HTTP how it does.</summary>
[Collection(SiloTests.Name)]
public sealed partial class MetricsPortTests
{
    [OnClusterFact]
    public async Task A_silo_tells_how_it_does_while_it_plays()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var office = new Office();
        using var silo = office.Program(
            "silo", "--cluster", "metrics", "--gateway", office.Port(), "--metrics-port", office.Port(1), "--port", office.Port(2));
        await silo.Said($"Metrics: http://127.0.0.1:{office.Port(1)}/metrics", cancellation);
        using var client = new HttpClient();
        Assert.Equal(0, Value(await Metrics(), "simulator_rounds_total"));
        using var run = office.Program(
            "run", Scenario.Load("bac-kan-570.yaml").File, "--cluster", "metrics", "--gateway", office.Port(), "--replications", "0");
        var answer = await run.Answer(cancellation);
        Assert.True(answer.ExitCode == 0, answer.Error);
        var text = await Metrics();
        Assert.InRange(Value(text, "simulator_rounds_total"), 100, 10_000);
        Assert.Equal(1, Value(text, "simulator_epochs_total"));
        Assert.Equal(Value(text, "simulator_rounds_total"), Value(text, "simulator_round_duration_seconds_count"));
        Assert.InRange(Value(text, "simulator_bodies_activated_total"), 30, 1_000);
        Assert.Contains("\ndotnet_process_memory_working_set_bytes ", text, StringComparison.Ordinal);
        Assert.Matches(@"\norleans_\w+", text);

        Task<string> Metrics() => client.GetStringAsync(new Uri($"http://127.0.0.1:{office.Port(1)}/metrics"), cancellation);
    }

    [OnClusterFact]
    public async Task A_port_for_metrics_that_is_taken_is_named_with_what_to_choose()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var office = new Office();
        using var somebody = new System.Net.Sockets.TcpListener(
            System.Net.IPAddress.Loopback, int.Parse(office.Port(1), CultureInfo.InvariantCulture));
        somebody.Start();
        using var silo = office.Program(
            "silo", "--cluster", "metrics", "--gateway", office.Port(), "--metrics-port", office.Port(1), "--port", office.Port(2));
        var answer = await silo.Answer(cancellation);
        Assert.Equal(1, answer.ExitCode);
        Assert.Contains("choose another with --metrics-port", answer.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", answer.Error, StringComparison.Ordinal);
    }

    private static double Value(string text, string name) => double.Parse(
        Line().Matches(text).Single(line => line.Groups[1].Value == name).Groups[2].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(\w+) ([0-9.E+-]+)$", RegexOptions.Multiline)]
    private static partial Regex Line();
}
